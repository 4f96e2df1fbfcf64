// The fiscal year of a Canadian government: from 1 April to 31 March, named by both years.

/** The fiscal year that begins in `year`: its first day, and the day after its last one. */
export function fiscalYear(year: number): { from: string; to: string } {
  return { from: `${year}-04-01`, to: `${year + 1}-04-01` }
}

/** The year in which the fiscal year of `day` began. */
export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '04-01' ? year : year - 1
}

/** As it is written: 2026–2027. */
export function fiscalYearName(year: number): string {
  return `${year}–${year + 1}`
}
