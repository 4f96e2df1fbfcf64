// Workbooks as a test reads them.
import { inflateRawSync } from 'node:zlib'

/** The parts of a workbook, by name: as much of ZIP as it takes. */
export function unzipped(file: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = file.readUInt32LE(end + 16)
  for (let n = file.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [name, extra, note] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const local = file.readUInt32LE(at + 42)
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const raw = file.subarray(data, data + size)
    const text = (method === 0 ? raw : inflateRawSync(raw)).toString()
    parts.set(file.toString('utf8', at + 46, at + 46 + (name ?? 0)), text)
    at += 46 + (name ?? 0) + (extra ?? 0) + (note ?? 0)
  }
  return parts
}
