// Fills an empty database with a believable province: offices, staff of each role, devices.
import { v7 as newId } from 'uuid'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/connect.ts'
import type { Role } from '../domain/permissions.ts'
import { Devices } from '../features/devices/devices.ts'
import { RoomFiles } from '../features/room/room-files.ts'
import { createOffice, officeCodes } from '../features/offices/office-store.ts'
import { hashPassword } from '../features/staff/passwords.ts'
import { insertStaff, type StaffRow } from '../features/staff/staff-store.ts'
import { Door } from '../office/door.ts'
import { SAMPLE_ROOM, setUpRoom } from './province/rooms.ts'
import { REGIONS, SAMPLE_OFFICES, sampleOffice, type SampleOffice } from './province/offices.ts'
import { nameOf } from './province/names.ts'

export interface SeedOptions {
  readonly password: string
  /** How many offices; the named ones come first. */
  readonly offices?: number
  /** Agents in each office. */
  readonly agents?: number
  /** Offices besides those of the sample province. */
  readonly also?: readonly SampleOffice[]
  /** Folder of what offices upload: with it, Victoria's waiting room is set up too. */
  readonly mediaFolder?: string
}

/** Office roles: signed in as ROLE.OFFICE. */
const OF_AN_OFFICE: readonly Role[] = ['greeter', 'manager']
/** Roles that see every office: signed in as ROLE, and as ROLE.OFFICE where the name is expected. */
const OF_THE_PROVINCE: readonly Role[] = ['director', 'executive', 'administrator']

/** Adds what is missing: an office that is there already is left as it is. */
export async function seedProvince(
  db: Database,
  clock: Clock,
  options: SeedOptions,
): Promise<void> {
  const { password, offices = SAMPLE_OFFICES.length, agents = 4, also = [] } = options
  const there = new Set(await officeCodes(db.knex))
  // Every seeded account has the same password: one hash serves them all.
  const passwordHash = await hashPassword(password)
  const staff = new Staff(passwordHash, clock.now())
  const door = new Door({ db, clock, onCommit: () => undefined })
  const sample = Array.from({ length: offices }, (_, index) => sampleOffice(index + 1))
  const wanted = [...sample, ...also]
  const missing = wanted.filter(({ code }) => !there.has(code))
  for (const office of missing) {
    await openOffice(db, door, clock, office)
    for (let n = 1; n <= agents; n += 1) staff.add('agent', office.code, n)
    for (const role of OF_AN_OFFICE) staff.add(role, office.code, 1)
    for (const role of OF_THE_PROVINCE) staff.add(role, office.code, 1, { everywhere: true })
  }
  if (there.size === 0) {
    for (const role of OF_THE_PROVINCE) staff.add(role, null, 1)
    for (const region of REGIONS) staff.addDirector(region.code)
  }
  await insertStaff(db.knex, staff.rows)
  const { mediaFolder } = options
  if (mediaFolder !== undefined && missing.some(({ code }) => code === SAMPLE_ROOM)) {
    await setUpRoom(door, new RoomFiles(mediaFolder))
  }
  await door.close()
}

async function openOffice(
  db: Database,
  door: Door,
  clock: Clock,
  { code, settings }: SampleOffice,
): Promise<void> {
  await createOffice(db.knex, code, clock.now())
  const by = { actor: { kind: 'system', id: 'seed' }, mayOverrule: true } as const
  await door.execute({ office: code, command: { do: 'configure', settings }, by })
  const devices = new Devices(db, clock, '')
  const name = settings.name.en
  await devices.enrol({ id: newId(), office: code, kind: 'kiosk', name: `Kiosk, ${name}` })
  await devices.enrol({ id: newId(), office: code, kind: 'display', name: `Board, ${name}` })
}

class Staff {
  readonly rows: StaffRow[] = []
  private readonly passwordHash: string
  private readonly now: number

  constructor(passwordHash: string, now: number) {
    this.passwordHash = passwordHash
    this.now = now
  }

  /** `agent.victoria`, then `agent2.victoria` …; without an office, just the role. */
  add(role: Role, office: string | null, n: number, options = { everywhere: false }): void {
    const title = n === 1 ? role : `${role}${n}`
    const username = office === null ? title : `${title}.${office}`
    this.push(username, role, { office_id: options.everywhere ? null : office, region: null })
  }

  /** `director.island`: who looks after the offices of one region. */
  addDirector(region: string): void {
    this.push(`director.${region}`, 'director', { office_id: null, region })
  }

  private push(username: string, role: Role, scope: Pick<StaffRow, 'office_id' | 'region'>): void {
    this.rows.push({
      id: newId(),
      username,
      name: nameOf(this.rows.length),
      role,
      ...scope,
      password_hash: this.passwordHash,
      has_seed_password: true,
      created_at: this.now,
    })
  }
}
