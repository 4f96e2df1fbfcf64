// Where the files of waiting rooms are asked for: an address always gives the same bytes.
import type { Medium } from '../../domain/room.ts'

/** How much of a hash is in an address: enough for nobody to meet twice. */
const SHOWN = 32

/** Media type to the ending of its files. */
export const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
}

export function mediumPath(office: string, { hash, type }: Pick<Medium, 'hash' | 'type'>): string {
  return `/media/${office}/${hash.slice(0, SHOWN)}.${ENDINGS[type] ?? 'bin'}`
}

/** A sound of a spoken call: a recording, or a file of a voice pack. */
export function soundPath(office: string, hash: string): string {
  return `/voice/${office}/${hash.slice(0, SHOWN)}`
}

/** The part of an address that is a hash; null: it is none. */
export function hashIn(name: string): string | null {
  return /^([0-9a-f]{32})(\.[a-z0-9]{2,4})?$/.exec(name)?.[1] ?? null
}
