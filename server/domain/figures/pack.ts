// Cells and floors of one part of an office's time as bytes, and back. Cells of one kind lie together,
// slot after slot, and the kinds of one service and agent: what nobody asks for is passed over unread.
import { ByteReader, ByteWriter } from './bytes.ts'
import { KEPT_SPREADS, nameOfKind, type Cell, type CellKey, type CellKind } from './cells.ts'
import { FLOOR_LENGTH, FLOOR_MOSTS, FLOOR_SUMS, type Floor, type FloorRow } from './floor.ts'
import type { Lengths } from './lengths.ts'

/** Changed whenever the layout of the bytes is, or a grain is added: rollups of another one are made anew. */
export const LAYOUT = 4

type Floors = ReadonlyMap<number, Floor>
type Keyed = readonly { readonly key: CellKey; readonly cell: Cell }[]

/** Of cells in the order of `Cells.all`. */
export function pack(cells: Keyed, floors: Floors): Uint8Array {
  const words = new Words()
  const services = new ByteWriter()
  const byService = Map.groupBy(
    cells,
    ({ key }) => `${key.service}\t${key.programme}\t${key.category}\t${key.agent}`,
  )
  for (const own of byService.values()) packService(services, own, words)
  const writer = new ByteWriter()
  writer.number(LAYOUT)
  writer.text(words.list.join(BETWEEN))
  packFloors(writer, floors)
  writer.number(byService.size)
  writer.rest(services)
  return writer.done()
}

const BETWEEN = '\n'

/** Words that many cells share, each written once. */
class Words {
  readonly list: string[] = []
  private readonly places = new Map<string, number>()

  of(word: string): number {
    const known = this.places.get(word)
    if (known !== undefined) return known
    this.places.set(word, this.list.length)
    return this.list.push(word) - 1
  }
}

function packService(writer: ByteWriter, own: Keyed, words: Words): void {
  const [first] = own
  if (!first) return
  const { service, programme, category, agent } = first.key
  for (const word of [service, programme, category, agent]) writer.number(words.of(word))
  const byKind = Map.groupBy(own, ({ key }) => nameOfKind(key))
  const kinds = new ByteWriter()
  kinds.number(byKind.size)
  for (const each of byKind.values()) packKind(kinds, each, words)
  writer.part(kinds)
}

function packKind(writer: ByteWriter, own: Keyed, words: Words): void {
  const [first] = own
  if (!first) return
  const { channel, kind, outcome, flagged } = first.key
  for (const word of [channel, kind, outcome]) writer.number(words.of(word))
  writer.number(flagged ? 1 : 0)
  const slots = new ByteWriter()
  slots.number(own.length)
  let before = 0
  for (const { key, cell } of own) {
    slots.number(key.slot - before)
    before = key.slot
    const part = new ByteWriter()
    packCounters(part, cell)
    packSpreads(part, cell)
    slots.part(part)
  }
  writer.part(slots)
}

/** How many follow, then place and value of each: most are 0, and left out. */
function packCounters(writer: ByteWriter, { counters }: Cell): void {
  let used = 0
  for (const value of counters) if (value !== 0) used += 1
  writer.number(used)
  counters.forEach((value, index) => {
    if (value === 0) return
    writer.number(index)
    writer.number(value)
  })
}

function packSpreads(writer: ByteWriter, cell: Cell): void {
  const used = KEPT_SPREADS.flatMap((_, index) => {
    const lengths = cell.known(index)
    return lengths && lengths.n > 0 ? [{ index, lengths }] : []
  })
  writer.number(used.length)
  for (const { index, lengths } of used) {
    writer.number(index)
    packLengths(writer, lengths)
  }
}

/** How many buckets, then how far each is from the one before, and how many it holds if more than one. */
function packLengths(writer: ByteWriter, lengths: Lengths): void {
  const { n, sum, max } = lengths
  writer.number(n)
  writer.number(max)
  if (n === 1) return
  writer.number(sum)
  const buckets: (readonly [step: number, count: number])[] = []
  let before = 0
  lengths.forEach((bucket, count) => {
    buckets.push([bucket - before, count])
    before = bucket
  })
  writer.number(buckets.length)
  for (const [step, count] of buckets) {
    writer.number(step * 2 + (count === 1 ? 0 : 1))
    if (count !== 1) writer.number(count)
  }
}

function packFloors(writer: ByteWriter, floors: Floors): void {
  writer.number(floors.size)
  for (const [slot, { sums, mosts }] of [...floors].sort(([a], [b]) => a - b)) {
    writer.number(slot)
    for (const name of FLOOR_SUMS) writer.number(sums[name])
    for (const name of FLOOR_MOSTS) writer.number(mosts[name])
  }
}

/** Where cells of one kind go, slot by slot; null: nowhere. */
export interface BySlot {
  at(slot: number): Cell | null
}

/** What all cells of one service, and of one agent where they are told apart, have in common. */
export type ServiceKind = Pick<CellKind, 'service' | 'programme' | 'category' | 'agent'>

/** Who takes what was packed. */
export interface Taker {
  /** Whether any cell of this service and agent is wanted. */
  wantsService(service: ServiceKind): boolean
  /** What cells of this kind are to be merged into; null: they are not wanted. */
  sumsFor(kind: CellKind): BySlot | null
  /** What the floor of a slot is to be added to; null: it is not wanted. */
  floorFor(slot: number): FloorRow | null
}

/** Throws RangeError for bytes that are not of this layout. */
export function unpack(bytes: Uint8Array, taker: Taker): void {
  const reader = new ByteReader(bytes)
  if (reader.number() !== LAYOUT) throw new RangeError('packed by another version')
  const words = wordsIn(reader.text())
  const word = (): string => words[reader.number()] ?? ''
  unpackFloors(reader, taker)
  const services = reader.number()
  for (let each = 0; each < services; each += 1) {
    const service = { service: word(), programme: word(), category: word(), agent: word() }
    const end = reader.partEnd()
    const kinds = taker.wantsService(service) ? reader.number() : 0
    for (let kind = 0; kind < kinds; kind += 1) {
      const [channel, booking, outcome] = [word(), word(), word()]
      const flagged = reader.number() === 1
      const after = reader.partEnd()
      const key = { ...service, channel, kind: booking, outcome, flagged }
      const sums = taker.sumsFor(key)
      if (sums) unpackSlots(reader, sums)
      reader.at = after
    }
    reader.at = end
  }
}

/** The same few words stand in thousands of rows: they are told apart once. */
const seen = new Map<string, readonly string[]>()
const MOST_SEEN = 5_000

function wordsIn(text: string): readonly string[] {
  const known = seen.get(text)
  if (known) return known
  const words = text.split(BETWEEN)
  if (seen.size >= MOST_SEEN) seen.clear()
  seen.set(text, words)
  return words
}

function unpackSlots(reader: ByteReader, sums: BySlot): void {
  const count = reader.number()
  let slot = 0
  for (let each = 0; each < count; each += 1) {
    slot += reader.number()
    const end = reader.partEnd()
    const cell = sums.at(slot)
    if (cell) unpackCell(reader, cell)
    reader.at = end
  }
}

function unpackCell(reader: ByteReader, cell: Cell): void {
  reader.addPairs(reader.number(), cell.counters)
  const spreads = reader.number()
  for (let each = 0; each < spreads; each += 1) {
    unpackLengths(reader, cell.lengthsAt(reader.number()))
  }
}

function unpackLengths(reader: ByteReader, into: Lengths): void {
  const n = reader.number()
  const max = reader.number()
  if (n === 1) {
    into.add(max)
    return
  }
  into.addSums(n, reader.number(), max)
  const used = reader.number()
  const buckets = into.bucketsFor(n)
  if (buckets) {
    const { first, last } = reader.addSteps(used, buckets)
    into.widen(first, last)
    return
  }
  let bucket = 0
  for (let each = 0; each < used; each += 1) {
    const step = reader.number()
    bucket += step >> 1
    into.addTo(bucket, (step & 1) === 0 ? 1 : reader.number())
  }
}

function unpackFloors(reader: ByteReader, taker: Taker): void {
  const count = reader.number()
  for (let each = 0; each < count; each += 1) {
    const row = taker.floorFor(reader.number())
    for (let at = 0; at < FLOOR_SUMS.length; at += 1) {
      const sum = reader.number()
      if (row) row[at] = (row[at] ?? 0) + sum
    }
    for (let at = FLOOR_SUMS.length; at < FLOOR_LENGTH; at += 1) {
      const most = reader.number()
      if (row && most > (row[at] ?? 0)) row[at] = most
    }
  }
}
