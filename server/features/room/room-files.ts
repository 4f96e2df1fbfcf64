// The files that offices upload, on disk under their hash: looked at by their bytes, never by what
// they are called, and never larger than is taken. A file is there whole or not at all.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '../../errors.ts'
import { FILE_KINDS, SHOWN, type FileKinds } from './file-address.ts'

/** How much of a file is needed to see what it is. */
const LOOKED_AT = 4_100

export interface KeptFile {
  readonly hash: string
  readonly type: string
  readonly bytes: number
}

export class RoomFiles {
  private readonly folder: string
  private swept: Promise<void> | null = null

  /** `folder`: made when it is needed; in it a folder an office. */
  constructor(folder: string) {
    this.folder = resolve(folder)
  }

  /**
   * Keeps what `request` brings, when it is of these kinds. `left`: how many bytes more the office may
   * keep. Throws `file-type-refused`, `file-too-large`, `file-broken`, `files-full`.
   */
  async keep(
    office: string,
    request: IncomingMessage,
    kinds: FileKinds,
    left: number,
  ): Promise<KeptFile> {
    return this.receive(office, request, kinds, left, async (part, kept) => {
      await rename(part, join(this.at(office), fileName(kept)))
      return kept
    })
  }

  /** Hands what `request` brings to `use`, as a file that is gone after; throws as `keep` does. */
  async receive<T>(
    office: string,
    request: IncomingMessage,
    kinds: FileKinds,
    left: number,
    use: (path: string, file: KeptFile) => Promise<T>,
  ): Promise<T> {
    const part = join(await this.folderOf(office), `${randomUUID()}.part`)
    try {
      return await use(part, await write(part, request, kinds, left))
    } catch (error) {
      // What still comes of it is let go, so that the answer is heard.
      request.resume()
      throw error
    } finally {
      await rm(part, { force: true })
    }
  }

  /** Keeps these files as a folder of the office: whole or not at all. `folder`: not there yet. */
  async putFolder(
    office: string,
    folder: string,
    files: ReadonlyMap<string, Uint8Array>,
  ): Promise<void> {
    const part = join(await this.folderOf(office), `${randomUUID()}.part`)
    try {
      for (const [name, bytes] of files) {
        await mkdir(dirname(join(part, name)), { recursive: true })
        const file = await open(join(part, name), 'wx')
        await file
          .writeFile(bytes)
          .then(() => file.sync())
          .finally(() => file.close())
      }
      const place = join(this.at(office), folder)
      await mkdir(dirname(place), { recursive: true })
      await rename(part, place)
    } finally {
      await rm(part, { force: true, recursive: true })
    }
  }

  async removeFolder(office: string, folder: string): Promise<void> {
    await rm(join(this.at(office), folder), { force: true, recursive: true })
  }

  /** Keeps what this server has made itself; it is of a kind that is known. */
  async put(office: string, bytes: Buffer, type: string): Promise<KeptFile> {
    const kept = { hash: hashOf(bytes), type, bytes: bytes.length }
    const part = join(await this.folderOf(office), `${randomUUID()}.part`)
    const file = await open(part, 'wx')
    await file.writeFile(bytes).finally(() => file.close())
    await rename(part, join(this.folder, office, fileName(kept)))
    return kept
  }

  /** Name of the office's file of this hash, as far as an address shows it; null: there is none. */
  async find(office: string, shown: string): Promise<string | null> {
    const files = await readdir(join(this.folder, office)).catch(() => [])
    return files.find((file) => file.startsWith(`${shown}.`) && !file.endsWith('.part')) ?? null
  }

  /** Where the files of an office are. */
  at(office: string): string {
    return join(this.folder, office)
  }

  async remove(office: string, kept: Pick<KeptFile, 'hash' | 'type'>): Promise<void> {
    await rm(join(this.folder, office, fileName(kept)), { force: true })
  }

  private async folderOf(office: string): Promise<string> {
    const folder = join(this.folder, office)
    await mkdir(folder, { recursive: true })
    // Whoever comes meanwhile waits: what is on its way to this server now must not be swept.
    await (this.swept ??= this.sweep().catch(() => undefined))
    return folder
  }

  /** What was on its way when the server was killed. */
  private async sweep(): Promise<void> {
    for (const file of await readdir(this.folder, { recursive: true })) {
      if (!file.endsWith('.part')) continue
      await rm(join(this.folder, file), { force: true, recursive: true })
    }
  }
}

function fileName({ hash, type }: Pick<KeptFile, 'hash' | 'type'>): string {
  return `${hash.slice(0, SHOWN)}.${FILE_KINDS[type]?.ending ?? 'bin'}`
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function write(
  path: string,
  request: IncomingMessage,
  kinds: FileKinds,
  left: number,
): Promise<KeptFile> {
  const hash = createHash('sha256')
  let file: FileHandle | null = null
  let head = Buffer.alloc(0)
  let kind: { type: string; most: number } | null = null
  let bytes = 0
  const add = async (chunk: Buffer): Promise<void> => {
    bytes += chunk.length
    if (kind && bytes > kind.most)
      throw new AppError('file-too-large', { details: { most: kind.most } })
    if (bytes > left) throw new AppError('files-full')
    hash.update(chunk)
    file ??= await open(path, 'wx')
    await file.writeFile(chunk)
  }
  try {
    // Whatever is refused must still be answered, on a connection that goes on.
    const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
    for await (const chunk of chunks) {
      if (kind) {
        await add(chunk)
        continue
      }
      head = Buffer.concat([head, chunk])
      if (head.length < LOOKED_AT) continue
      kind = await kindOf(head, kinds, request)
      await add(head)
    }
    if (!kind) {
      if (head.length === 0) throw new AppError('file-broken')
      kind = await kindOf(head, kinds, request)
      await add(head)
    }
    const written = file as FileHandle | null
    await written?.sync()
  } catch (error) {
    throw error instanceof AppError ? error : asBroken(error)
  } finally {
    await (file as FileHandle | null)?.close()
  }
  return { hash: hash.digest('hex'), type: kind.type, bytes }
}

/** What the first bytes say it is; refused at once when it says itself that it is too large. */
async function kindOf(
  head: Buffer,
  kinds: FileKinds,
  request: IncomingMessage,
): Promise<{ type: string; most: number }> {
  const found = await fileTypeFromBuffer(head)
  const type = found?.mime.split(';')[0] ?? ''
  const most = kinds[type]?.most
  if (most === undefined) {
    throw new AppError('file-type-refused', { details: { taken: Object.keys(kinds) } })
  }
  if (Number(request.headers['content-length'] ?? 0) > most) {
    throw new AppError('file-too-large', { details: { most } })
  }
  return { type, most }
}

/** The sender went away in the middle; anything else is a fault of ours. */
function asBroken(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown }
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE'
    ? new AppError('file-broken', {}, { cause: error })
    : error
}
