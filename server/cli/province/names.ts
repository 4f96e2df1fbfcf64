// Made-up names for sample staff.

const GIVEN = [
  'Amélie',
  'Jordan',
  'Priya',
  'Marc',
  'Linh',
  'Sarah',
  'Étienne',
  'Noor',
  'Daniel',
  'Chloé',
  'Mei',
  'Thomas',
  'Aisha',
  'Gabriel',
  'Robin',
  'Ines',
  'Owen',
] as const
const FAMILY = [
  'Tremblay',
  'Singh',
  'Wong',
  'Campbell',
  'Nguyen',
  'Roy',
  'MacKenzie',
  'Gauthier',
  'Ahmed',
  'Wilson',
  'Joseph',
  'Charlie',
  'Bouchard',
] as const

/** The name of sample person number `n`, from 0; no two alike among the first two hundred. */
export function nameOf(n: number): string {
  const given = GIVEN[n % GIVEN.length] ?? ''
  const family = FAMILY[n % FAMILY.length] ?? ''
  return `${given} ${family}`
}
