// A file as an answer: streamed as fast as it is read and no faster, so that its size is nobody's memory.
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ServerResponse } from 'node:http'

export interface SentFile {
  /** Small letters, digits, hyphens and a dot: the same on every computer. */
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly content: Readable
}

/** Sends it whole. Throws what reading it throws; that the other end has gone is no error. */
export async function sendFile(response: ServerResponse, file: SentFile): Promise<void> {
  response.setHeader('content-type', file.type)
  response.setHeader('content-disposition', `attachment; filename="${file.name}"`)
  response.setHeader('cache-control', 'no-store')
  try {
    await pipeline(file.content, response)
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === GONE
    if (!isGone) throw error
  }
}

const GONE = 'ERR_STREAM_PREMATURE_CLOSE'
