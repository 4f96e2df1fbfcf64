// Cells and floors of one part of an office's time as bytes, and back. Cells of one service lie together
// and can be passed over unread; so can each spread that nobody asked for.
import { ByteReader, ByteWriter } from './bytes.ts'
import { COUNTERS, KEPT_SPREADS, type Cell, type CellKey, type Cells } from './cells.ts'
import { emptyFloor, FLOOR_MOSTS, FLOOR_SUMS, type Floor } from './floor.ts'
import type { Lengths } from './lengths.ts'

/** Changed whenever the layout of the bytes is. */
const LAYOUT = 1

type Floors = ReadonlyMap<number, Floor>

export function pack(cells: Cells, floors: Floors): Uint8Array {
  const all = cells.all()
  const words = new Words()
  const sections = new ByteWriter()
  const byService = Map.groupBy(
    all,
    ({ key }) => `${key.service}\t${key.programme}\t${key.category}`,
  )
  for (const own of byService.values()) packSection(sections, own, words)
  const writer = new ByteWriter()
  writer.number(LAYOUT)
  writer.number(words.list.length)
  for (const word of words.list) writer.text(word)
  writer.number(byService.size)
  writer.part(sections)
  packFloors(writer, floors)
  return writer.done()
}

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

function packSection(
  writer: ByteWriter,
  own: readonly { key: CellKey; cell: Cell }[],
  words: Words,
): void {
  const [first] = own
  if (!first) return
  const { service, programme, category } = first.key
  for (const word of [service, programme, category]) writer.number(words.of(word))
  const section = new ByteWriter()
  section.number(own.length)
  for (const { key, cell } of own) {
    section.number(key.slot)
    for (const word of [key.channel, key.kind, key.outcome]) section.number(words.of(word))
    section.number(key.flagged ? 1 : 0)
    packCounters(section, cell)
    packSpreads(section, cell)
  }
  writer.part(section)
}

/** How many follow, then place and value of each: most are 0, and left out. */
function packCounters(writer: ByteWriter, { counters }: Cell): void {
  const used = [...counters.entries()].filter(([, value]) => value !== 0)
  writer.number(used.length)
  for (const [index, value] of used) {
    writer.number(index)
    writer.number(value)
  }
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

function packLengths(writer: ByteWriter, lengths: Lengths): void {
  const { n, sum, max } = lengths
  writer.number(n)
  if (n === 1) {
    writer.number(max)
    return
  }
  const part = new ByteWriter()
  part.number(sum)
  part.number(max)
  let before = 0
  lengths.forEach((bucket, count) => {
    part.number(bucket - before)
    part.number(count)
    before = bucket
  })
  writer.part(part)
}

function packFloors(writer: ByteWriter, floors: Floors): void {
  writer.number(floors.size)
  for (const [slot, { sums, mosts }] of [...floors].sort(([a], [b]) => a - b)) {
    writer.number(slot)
    for (const name of FLOOR_SUMS) writer.number(sums[name])
    for (const name of FLOOR_MOSTS) writer.number(mosts[name])
  }
}

/** Who takes what was packed. */
export interface Taker {
  /** Whether any cell of this service is wanted. */
  wantsService(service: string, programme: string, category: string): boolean
  /** What cells of this key are to be merged into; null: they are not wanted. */
  sumsFor(key: CellKey): Cell | null
  takeFloor(slot: number, floor: Floor): void
}

/** Bit by bit, by their place among those kept. */
export const EVERY_SPREAD = 2 ** KEPT_SPREADS.length - 1

/** Throws RangeError for bytes that are not of this layout. */
export function unpack(bytes: Uint8Array, taker: Taker, spreads = EVERY_SPREAD): void {
  const reader = new ByteReader(bytes)
  if (reader.number() !== LAYOUT) throw new RangeError('packed by another version')
  const words = Array.from({ length: reader.number() }, () => reader.text())
  const sections = reader.number()
  reader.partEnd()
  const word = (): string => words[reader.number()] ?? ''
  for (let section = 0; section < sections; section += 1) {
    const [service, programme, category] = [word(), word(), word()]
    const end = reader.partEnd()
    if (taker.wantsService(service, programme, category)) {
      unpackSection(reader, words, { service, programme, category }, taker, spreads)
    }
    reader.at = end
  }
  unpackFloors(reader, taker)
}

function unpackSection(
  reader: ByteReader,
  words: readonly string[],
  of: Pick<CellKey, 'service' | 'programme' | 'category'>,
  taker: Taker,
  spreads: number,
): void {
  const count = reader.number()
  for (let each = 0; each < count; each += 1) {
    const slot = reader.number()
    const channel = words[reader.number()] ?? ''
    const kind = words[reader.number()] ?? ''
    const outcome = words[reader.number()] ?? ''
    const flagged = reader.number() === 1
    const cell = taker.sumsFor({ ...of, slot, channel, kind, outcome, flagged, agent: '' })
    unpackCell(reader, cell, spreads)
  }
}

function unpackCell(reader: ByteReader, cell: Cell | null, spreads: number): void {
  const counters = reader.number()
  for (let each = 0; each < counters; each += 1) {
    const index = reader.number()
    const value = reader.number()
    if (cell && index < COUNTERS.length) cell.countAt(index, value)
  }
  const used = reader.number()
  for (let each = 0; each < used; each += 1) {
    const index = reader.number()
    const isWanted = (spreads & (1 << index)) !== 0
    unpackLengths(reader, cell && isWanted ? cell.lengthsAt(index) : null)
  }
}

function unpackLengths(reader: ByteReader, into: Lengths | null): void {
  const n = reader.number()
  if (n === 1) {
    const only = reader.number()
    into?.add(only)
    return
  }
  const end = reader.partEnd()
  if (!into) {
    reader.at = end
    return
  }
  into.addSums(n, reader.number(), reader.number())
  let bucket = 0
  while (reader.at < end) {
    bucket += reader.number()
    into.addTo(bucket, reader.number())
  }
}

function unpackFloors(reader: ByteReader, taker: Taker): void {
  const count = reader.number()
  for (let each = 0; each < count; each += 1) {
    const slot = reader.number()
    const floor = emptyFloor()
    for (const name of FLOOR_SUMS) floor.sums[name] = reader.number()
    for (const name of FLOOR_MOSTS) floor.mosts[name] = reader.number()
    taker.takeFloor(slot, floor)
  }
}
