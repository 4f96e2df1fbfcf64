// What kinds of file offices upload, and where they are asked for: an address always gives the same
// bytes, and nobody can guess it.
import type { Medium } from '../../domain/room.ts'

/** How much of a hash is in an address and a file's name: enough for no two to meet. */
export const SHOWN = 32

/** Media type → the ending of its files, and how many bytes are taken. */
export type FileKinds = Readonly<Record<string, { ending: string; most: number } | undefined>>
const MB = 1024 * 1024
export const IMAGES: FileKinds = {
  'image/png': { ending: 'png', most: 10 * MB },
  'image/jpeg': { ending: 'jpg', most: 10 * MB },
  'image/webp': { ending: 'webp', most: 10 * MB },
}
export const VIDEOS: FileKinds = {
  'video/mp4': { ending: 'mp4', most: 100 * MB },
  'video/webm': { ending: 'webm', most: 100 * MB },
}
export const RECORDINGS: FileKinds = {
  'audio/wav': { ending: 'wav', most: 2 * MB },
  'audio/mpeg': { ending: 'mp3', most: 2 * MB },
  'audio/ogg': { ending: 'ogg', most: 2 * MB },
}
export const FILE_KINDS: FileKinds = { ...IMAGES, ...VIDEOS, ...RECORDINGS }
/** Voice packs as they come; of one only its sounds are kept. */
export const ARCHIVES: FileKinds = {
  'application/zip': { ending: 'zip', most: 64 * MB },
  'application/gzip': { ending: 'tar.gz', most: 64 * MB },
}
/** How much an archive may hold: files, bytes once unpacked, and bytes of what is taken of it. */
export const ARCHIVE_MOST = { entries: 20_000, unpacked: 512 * MB, taken: 64 * MB } as const
/** What one office may keep in all, bytes. */
export const KEPT_MOST = 2048 * MB

export function mediumPath(office: string, { hash, type }: Pick<Medium, 'hash' | 'type'>): string {
  return `/media/${office}/${hash.slice(0, SHOWN)}.${FILE_KINDS[type]?.ending ?? 'bin'}`
}

/** A sound of a spoken call: a recording, or a file of a voice pack. */
export function soundPath(office: string, hash: string): string {
  return `/voice/${office}/${hash.slice(0, SHOWN)}`
}

/** The hash in the last part of an address; null: it is none. */
export function hashIn(name: string): string | null {
  return /^([0-9a-f]{32})(\.[a-z0-9]{2,4})?$/.exec(name)?.[1] ?? null
}
