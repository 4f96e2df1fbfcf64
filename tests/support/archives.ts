// Archives as offices upload them: a voice pack in one file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { create, Header } from 'tar'

export type Files = ReadonlyMap<string, Uint8Array>

/** The same files, below a folder. */
export function below(folder: string, files: Files): Map<string, Uint8Array> {
  return new Map([...files].map(([name, bytes]) => [`${folder}/${name}`, bytes]))
}

/** `level` 0: nothing of it is packed. */
export function zip(files: Files, level: 0 | 6 = 6): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files), { level }))
}

/** With names that no folder of this computer could have too, such as `../x`. */
export function tarGz(files: Files): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  const path = join(folder, 'made.tar.gz')
  const said = [...files.keys()]
  const names = said.map((_, index) => String(index))
  for (const [index, bytes] of [...files.values()].entries())
    writeFileSync(join(folder, String(index)), bytes)
  const onWriteEntry = (entry: { path: string }): void => {
    entry.path = said[Number(entry.path)] ?? entry.path
  }
  create({ gzip: true, sync: true, cwd: folder, file: path, onWriteEntry }, names)
  const archive = readFileSync(path)
  rmSync(folder, { recursive: true })
  return archive
}

/** A tar.gz of one file of so many megabytes of nothing: a kilobyte each. */
export function tarBomb(megabytes: number): Buffer {
  const header = Buffer.alloc(512)
  const size = megabytes * 2 ** 20
  new Header({ path: 'fr_CA/LICENSE', type: 'File', mode: 0o644, size }).encode(header)
  const zeros = gzipSync(Buffer.alloc(2 ** 20))
  return Buffer.concat([gzipSync(header), ...Array.from({ length: megabytes }, () => zeros)])
}

/** The same zip, whose list of contents says that its first file unpacks to so many bytes. */
export function claiming(archive: Buffer, bytes: number): Buffer {
  const claims = Buffer.from(archive)
  const entry = claims.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  claims.writeUInt32LE(bytes, entry + 24)
  return claims
}
