// Reads what is wanted out of an uploaded archive (zip or tar.gz), and nothing else. How much it holds
// and where its names lead is looked at before anything is taken.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unzip, type UnzipFileInfo } from 'fflate'
import { Parser, type ReadEntry } from 'tar'
import { AppError } from '../../errors.ts'
import { ARCHIVE_MOST } from './file-address.ts'

export interface Archive {
  /** What was wanted, by its name in the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** How many files nobody wanted. */
  readonly ignored: number
}

/**
 * The files of the archive at `path` that `isWanted`. Throws `file-broken`, `archive-unsafe`,
 * `archive-too-large`: more than ARCHIVE_MOST, which `details` names.
 */
export async function readArchive(
  path: string,
  type: string,
  isWanted: (name: string) => boolean,
): Promise<Archive> {
  const look = new Look(isWanted)
  try {
    const files = type === 'application/zip' ? await ofZip(path, look) : await ofTar(path, look)
    return { files, ignored: look.ignored }
  } catch (error) {
    // Whatever its bytes lead the readers into is the archive's fault.
    throw error instanceof AppError ? error : new AppError('file-broken', {}, { cause: error })
  }
}

/** Looks at each entry before it is taken. */
class Look {
  ignored = 0
  private readonly isWanted: (name: string) => boolean
  private readonly sums = { entries: 0, unpacked: 0, taken: 0 }

  constructor(isWanted: (name: string) => boolean) {
    this.isWanted = isWanted
  }

  /** The name under which an entry of so many bytes is taken; null: it is not. */
  take(said: string, bytes: number, kind: 'file' | 'folder' | 'link'): string | null {
    this.add('entries', 1)
    const name = safeName(said)
    if (kind === 'folder') return null
    if (kind === 'link' || !this.isWanted(name)) {
      this.ignored += 1
      return null
    }
    this.add('taken', bytes)
    return name
  }

  add(what: keyof typeof ARCHIVE_MOST, many: number): void {
    this.sums[what] += many
    const most = ARCHIVE_MOST[what]
    if (this.sums[what] > most) throw new AppError('archive-too-large', { details: { what, most } })
  }
}

/** With slashes, from the archive's folder on. Throws `archive-unsafe` where it would lead elsewhere. */
function safeName(said: string): string {
  const name = said.replaceAll('\\', '/')
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  const isElsewhere = name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0')
  if (isElsewhere || parts.includes('..')) throw new AppError('archive-unsafe')
  return parts.join('/')
}

/** By its list of contents: what is not wanted is never unpacked. */
async function ofZip(path: string, look: Look): Promise<Map<string, Uint8Array>> {
  const names = new Map<string, string>()
  const filter = ({ name: said, size, originalSize }: UnzipFileInfo): boolean => {
    // What is stored unpacked comes as it is, whatever size it claims.
    const bytes = Math.max(size, originalSize)
    look.add('unpacked', bytes)
    const name = look.take(said, bytes, /[/\\]$/.test(said) ? 'folder' : 'file')
    if (name !== null) names.set(said, name)
    return name !== null
  }
  const archive = await readFile(path)
  const files = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    unzip(archive, { filter }, (error, unzipped) => {
      if (error) reject(error)
      else resolve(unzipped)
    })
  })
  return new Map(Object.entries(files).map(([said, bytes]) => [names.get(said) ?? said, bytes]))
}

/** From beginning to end, since it has no list of contents; no more is held than is wanted. */
async function ofTar(path: string, look: Look): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  // It would itself unpack what is packed twice, out of our sight: not more than came.
  const parser = new Parser({ strict: true, maxDecompressionRatio: 1 })
  parser.on('entry', (entry: ReadEntry) => {
    const name = look.take(entry.path, entry.size, kindOf(entry))
    if (name === null) {
      entry.resume()
      return
    }
    const chunks: Buffer[] = []
    entry.on('data', (chunk: Buffer) => chunks.push(chunk))
    entry.on('end', () => files.set(name, Buffer.concat(chunks)))
  })
  let isOver = false
  parser.on('eof', () => {
    isOver = true
  })
  await pipeline(createReadStream(path), createGunzip(), async (unpacked) => {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      look.add('unpacked', chunk.length)
      // What comes after the end is nobody's, and the parser takes ages over it.
      if (!isOver) parser.write(chunk)
    }
  })
  parser.end()
  return files
}

function kindOf({ type }: ReadEntry): 'file' | 'folder' | 'link' {
  if (type === 'Directory') return 'folder'
  return type === 'File' || type === 'OldFile' || type === 'ContiguousFile' ? 'file' : 'link'
}
