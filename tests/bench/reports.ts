// How fast figures are on a year of a whole province: first answers, changes of filter, a live page, a
// large export; what it takes on disk, and what making rollups costs.
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { existsSync, rmSync, statSync } from 'node:fs'
import { io, type Socket } from 'socket.io-client'
import { CONTRACT } from '../../server/protocol/events.ts'
import type { FigureAnswer } from '../../server/protocol/figures.ts'
import type { ReportWords } from '../../server/protocol/report-words.ts'
import { figure, type Figure } from './figures.ts'
import type { Answer } from './keep-alive.ts'
import { percentile } from './percentiles.ts'
import { runOurs, startOurs, type OursOptions, type Program } from './programs.ts'
import { get, GROUP, groupsMade, nameGroups, signedIn } from './report-people.ts'
import { asksOf, dayBefore, type AskedFor, type Choices } from './report-asks.ts'
import { matrixPart } from './report-matrix.ts'
import { newFile } from './runs.ts'
import { ourSeats } from './seats.ts'
import { ours, type Hands } from './systems.ts'

export interface ReportShape {
  offices: number
  agents: number
  years: number
  rounds: number
  /** Made there if it is not, and kept; null: a new one, gone when the bench ends. */
  file: string | null
}

/** Goals: an answer, ms; a live page after a board was told, ms; what an export adds to memory, MB. */
const ANSWER = 300
const LIVE = 10
const GROWTH = 150
const EXPORTED = 100_000
const CHANGES = 60
/** Between two changes, ms: a page that was told of one just now is told of the next a tenth of a second later. */
const QUIET = 150
const MB = 1_000_000
const OFFICE = 'victoria'

export async function reportsPart(shape: ReportShape): Promise<Figure[]> {
  const options = { file: shape.file ?? newFile(), commitDelay: 0, limits: false }
  try {
    const made = await fill(options, shape)
    const answers = await on(options, (program) => asked(program, shape, options.file))
    // Of a server that was asked nothing before: what it had taken for that would hide what it takes now.
    const files = [...(await on(options, exported)), ...(await on(options, evidenced))]
    return [...made, ...answers, ...(await on(options, live)), ...files]
  } finally {
    if (shape.file === null) {
      for (const end of ['', '-wal', '-shm']) rmSync(options.file + end, { force: true })
    }
  }
}

/** What is found out about a server that is started for it. */
async function on<T>(options: OursOptions, find: (program: Program) => Promise<T>): Promise<T> {
  const program = await startOurs(options)
  try {
    return await find(program)
  } finally {
    await program.stop()
  }
}

/** The province and its past; what that took. */
async function fill(
  options: OursOptions,
  { offices, agents, years }: ReportShape,
): Promise<Figure[]> {
  const words = ['--offices', String(offices), '--agents', String(agents), '--years', String(years)]
  const isThere = existsSync(options.file)
  const begun = performance.now()
  if (!isThere) await runOurs('seed', words, options)
  const seconds = (performance.now() - begun) / 1_000
  const anew = await runOurs('rebuild-figures', ['--office', OFFICE], options)
  const rebuilt = Number(/in (\d+) ms/.exec(anew)?.[1])
  const { all, own } = await visitsOf(options, years)
  const { size } = statSync(options.file)
  return [
    figure('visits', 'visits', all),
    ...(isThere ? [] : [figure('making them, with journal and rollups', 's', seconds)]),
    figure('the database', 'MB', size / MB),
    figure('the database, a visit', 'bytes', size / all),
    figure('rollups made anew, a visit', 'ms', rebuilt / own),
  ]
}

/** How many visits there have been, and how many of the one office whose rollups were made anew. */
async function visitsOf(
  options: OursOptions,
  years: number,
): Promise<{ all: number; own: number }> {
  return on(options, async ({ url }) => {
    const to = today()
    const { post } = await signedIn(url, 'executive')
    const ask = { from: dayBefore(to, 400 * years), to, by: ['office'] }
    const { total, groups } = must(await post('/api/v1/figures', ask)) as FigureAnswer
    const own = groups.find(({ keys }) => keys[0] === OFFICE)
    return { all: total.counts.visits, own: own?.figures.counts.visits ?? Number.NaN }
  })
}

function must({ status, body }: Answer): unknown {
  if (status === 200) return body
  throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
}

const today = (): string => new Date().toISOString().slice(0, 10)

async function asked(program: Program, { rounds }: ReportShape, file: string): Promise<Figure[]> {
  const { token } = await signedIn(program.url, 'executive')
  const words = await get<ReportWords>(program.url, '/api/v1/report-words', token)
  const offices = words.offices.map(({ code }) => code)
  await nameGroups(program.url, offices)
  await groupsMade(file, offices)
  const region = words.regions[0]?.code ?? ''
  const choices: Choices = {
    ...{ today: today(), office: OFFICE, region },
    services: words.services.map(({ code }) => code),
    categories: words.categories.map(({ code }) => code),
    programmes: words.programmes.map(({ code }) => code),
    group: GROUP,
  }
  const people = {
    manager: await signedIn(program.url, `manager.${OFFICE}`),
    director: await signedIn(program.url, `director.${region}`),
    executive: await signedIn(program.url, 'executive'),
  }
  const asks = asksOf(choices)
  const times = new Map<AskedFor, number[]>(asks.map((ask) => [ask, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const ask of asks) {
      const begun = performance.now()
      must(await people[ask.as].post(ask.path, ask.body(round)))
      times.get(ask)?.push(performance.now() - begun)
    }
  }
  const each = asks.flatMap((ask) => {
    const [first = Number.NaN, ...changes] = times.get(ask) ?? []
    const sorted = changes.toSorted((a, b) => a - b)
    return [
      figure(`${ask.name}, first answer`, 'ms', first),
      figure(`${ask.name}, p50`, 'ms', percentile(sorted, 0.5)),
      figure(`${ask.name}, p95`, 'ms', percentile(sorted, 0.95), { atMost: ANSWER }),
    ]
  })
  const firsts = asks.map((ask) => times.get(ask)?.[0] ?? Number.NaN).sort((a, b) => a - b)
  const changes = [...times.values()].flatMap((list) => list.slice(1)).sort((a, b) => a - b)
  return [
    ...each,
    figure('every first answer, p95', 'ms', percentile(firsts, 0.95), { atMost: ANSWER }),
    figure('every change of filter, p50', 'ms', percentile(changes, 0.5)),
    figure('every change of filter, p95', 'ms', percentile(changes, 0.95), { atMost: ANSWER }),
    ...(await matrixPart(people.executive.post, choices, ANSWER)),
  ]
}

/** People take tickets; when the board and the manager's page have been told of each. */
async function live({ url }: Program): Promise<Figure[]> {
  const [seat] = await ourSeats(url, 1, 1)
  if (!seat) throw new Error('nobody is there')
  const { token, post } = await signedIn(url, `manager.${OFFICE}`)
  const day = { from: today(), to: dayBefore(today(), -1), offices: [OFFICE] }
  const { total } = must(await post('/api/v1/figures', day)) as FigureAnswer
  const begun = performance.now()
  const page = await watch(url, token)
  const opened = performance.now() - begun
  let told = Promise.withResolvers<number>()
  page.on('office:changed', () => told.resolve(performance.now()))
  const board = await ours(url).listen(seat, 'board', { onCall: () => undefined })
  let heard = Promise.withResolvers<number>()
  board.on('office:changed', () => heard.resolve(performance.now()))
  const hands = ours(url).hands(seat)
  const clicks: number[] = []
  const after: number[] = []
  for (let change = 0; change < CHANGES; change += 1) {
    await sleep(QUIET)
    told = Promise.withResolvers()
    heard = Promise.withResolvers()
    const click = performance.now()
    await hands.issue()
    const [onPage, onBoard] = await Promise.all([told.promise, heard.promise])
    clicks.push(onPage - click)
    after.push(Math.max(0, onPage - onBoard))
  }
  page.disconnect()
  board.disconnect()
  await serveAll(hands)
  clicks.sort((a, b) => a - b)
  after.sort((a, b) => a - b)
  return [
    figure('the office’s visits of that day before', 'visits', total.counts.visits),
    figure('the manager’s live page, first answer', 'ms', opened, { atMost: ANSWER }),
    figure('a change, click to the manager’s page, p50', 'ms', percentile(clicks, 0.5)),
    figure('a change, click to the manager’s page, p95', 'ms', percentile(clicks, 0.95)),
    figure('the page after the board, p50', 'ms', percentile(after, 0.5)),
    figure('the page after the board, p95', 'ms', percentile(after, 0.95), { atMost: LIVE }),
  ]
}

/** Else a database that is kept would have more people waiting each time. */
async function serveAll(hands: Hands): Promise<void> {
  for (let visit = await hands.call(); visit !== null; visit = await hands.call()) {
    await hands.begin(visit)
    await hands.finish(visit)
  }
}

async function watch(url: string, token: string): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token, contract: CONTRACT },
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve)
    socket.on('connect_error', reject)
  })
  const answer: unknown = await socket
    .timeout(10_000)
    .emitWithAck('office:watch', { office: OFFICE, as: 'manager' })
  if (typeof answer !== 'object' || answer === null || 'code' in answer) {
    throw new Error(`not watched: ${JSON.stringify(answer)}`)
  }
  return socket
}

/** So many visits of a region as CSV, if it has had them; what that does to the server's memory. */
async function exported(program: Program): Promise<Figure[]> {
  const all = await signedIn(program.url, 'executive')
  const { regions } = await get<ReportWords>(program.url, '/api/v1/report-words', all.token)
  // An executive sees figures, not single visits.
  const { token, post } = await signedIn(program.url, `director.${regions[0]?.code ?? ''}`)
  const to = today()
  const ask = { from: dayBefore(to, 400), to, by: ['day'] }
  const { groups } = must(await post('/api/v1/figures', ask)) as FigureAnswer
  let [rows, from] = [0, to]
  for (const { keys, figures } of groups.toReversed()) {
    if (rows >= EXPORTED) break
    rows += figures.counts.visits
    from = keys[0] ?? from
  }
  return takenFigures(
    'the export',
    await taken(program, token, '/figures/visits/file', { from, to }),
  )
}

/** An office's year of cost, line by line; what that does to the server's memory. */
async function evidenced(program: Program): Promise<Figure[]> {
  const { token } = await signedIn(program.url, 'executive')
  const to = today()
  const year = { from: dayBefore(to, 365), to, offices: [OFFICE], what: 'evidence' }
  const lines = await taken(program, token, '/cost/file', year)
  return takenFigures('the evidence of an office’s year of cost', lines)
}

interface Taken {
  readonly lines: number
  /** ms */
  readonly first: number
  readonly whole: number
  /** Bytes added to the server's memory at most. */
  readonly growth: number
}

/** A file of CSV, read to its end; `path` is below the API's. */
async function taken(program: Program, token: string, path: string, ask: object): Promise<Taken> {
  const before = program.memory()
  let most = before
  const look = setInterval(() => (most = Math.max(most, program.memory())), 20)
  const begun = performance.now()
  const response = await fetch(`${program.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...ask, format: 'csv', language: 'en' }),
  })
  if (!response.ok || !response.body) throw new Error(`export: ${response.status}`)
  let lines = -1
  let first = Number.NaN
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    first = Number.isNaN(first) ? performance.now() - begun : first
    for (const byte of part) if (byte === 10) lines += 1
  }
  clearInterval(look)
  return { lines, first, whole: performance.now() - begun, growth: most - before }
}

function takenFigures(what: string, { lines, first, whole, growth }: Taken): Figure[] {
  return [
    figure(`${what}, rows`, 'rows', lines),
    figure(`${what}, first byte`, 'ms', first),
    figure(`${what}, whole`, 's', whole / 1_000),
    figure(`${what}, memory added at most`, 'MB', growth / MB, { atMost: GROWTH }),
  ]
}
