// One measurement: a fresh process on a fresh database, driven by a process of its own.
import { spawn } from 'node:child_process'
import { closeSync, cpSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Drive, Driven } from './driver.ts'
import { runOurs, startFloor, startOurs, type Program } from './programs.ts'
import { floorSeats, ourSeats } from './seats.ts'
import type { Seat } from './systems.ts'

/** Agents and offices, and how each durable commit is slowed, ms. */
export interface Shape {
  offices: number
  agents: number
  commitDelay: number
}

export interface Timing {
  warmUpSeconds: number
  seconds: number
}

export interface Run extends Driven {
  /** Processor time of the server for each visit, ms. */
  cpuPerVisit: number
  startedIn: number
}

/** A stopped database of ours with its sessions and devices, to be copied for each run. */
export interface Prepared {
  file: string
  seats: Seat[]
}

/** A Tuesday morning, so that every office gives tickets at whatever hour it is benched. */
const OPEN = '2026-06-02T17:00:00.000Z;speed=1'

const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
let files = 0

/** A place for a database, gone when the bench ends. */
export function newFile(): string {
  files += 1
  return join(folder, `${files}.db`)
}

/** `asOurs`: its process begun with the settings of ours. */
export async function runFloor(
  shape: Shape,
  timing: Timing,
  { database = true, asOurs = false } = {},
): Promise<Run> {
  const file = database ? newFile() : null
  const program = await startFloor({ file, commitDelay: shape.commitDelay, asOurs })
  const seats = floorSeats(shape.offices, shape.agents)
  return measure(program, { system: 'floor', url: program.url, seats, ...timing })
}

/** Seeds a database, signs everybody in and stops; `pastVisits` fills the tables first. */
export async function prepare(
  { offices, agents }: Pick<Shape, 'offices' | 'agents'>,
  pastVisits = 0,
): Promise<Prepared> {
  const options = { file: newFile(), commitDelay: 0, limits: false, clock: OPEN }
  const words = ['--offices', String(offices), '--agents', String(agents)]
  if (pastVisits > 0) words.push('--past-visits', String(pastVisits))
  await runOurs('seed', words, options)
  const program = await startOurs(options)
  try {
    const seats = await ourSeats(program.url, offices, agents)
    return { file: options.file, seats }
  } finally {
    await program.stop()
  }
}

export async function runOurServer(
  prepared: Prepared,
  shape: Shape,
  timing: Timing,
  limits = false,
): Promise<Run> {
  const program = await startOnCopy(prepared, shape.commitDelay, limits)
  const { seats } = prepared
  return measure(program, { system: 'ours', url: program.url, seats, ...timing })
}

/** Our server on a copy of a prepared database. */
export function startOnCopy({ file }: Prepared, commitDelay = 0, limits = false): Promise<Program> {
  const copy = newFile()
  cpSync(file, copy)
  // Or the first syncs of the run would wait for the copy of a large file to reach the disk.
  const written = openSync(copy, 'r+')
  fsyncSync(written)
  closeSync(written)
  return startOurs({ file: copy, commitDelay, limits, clock: OPEN })
}

async function measure(program: Program, drive: Drive): Promise<Run> {
  try {
    const before = program.cpu()
    const driven = await runDriver(drive)
    const cpuPerVisit = (program.cpu() - before) / driven.told.calls
    return { ...driven, cpuPerVisit, startedIn: program.startedIn }
  } finally {
    await program.stop()
  }
}

async function runDriver(drive: Drive): Promise<Driven> {
  const driver = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'driver.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  driver.stdin.end(JSON.stringify(drive))
  const said = await text(driver.stdout)
  if (said === '') throw new Error('the driver failed')
  return JSON.parse(said) as Driven
}
