// A voice pack as an office uploads it: one archive in the layout of Asterisk's sounds, in one language or
// several. Its sounds are looked at by their bytes.
import { posix } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { LANGUAGES, type Language } from '../../domain/settings.ts'
import { AppError } from '../../errors.ts'
import { readArchive } from './archive.ts'
import { RECORDINGS } from './file-address.ts'
import { filesOfPack, languageOf, PROOF, rankOf } from './voice-pack.ts'

const SOUND = 'audio/wav'
/** Longer than any word takes, bytes. */
const SOUND_MOST = RECORDINGS[SOUND]?.most ?? 0
const KNOWN: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: filesOfPack('en'),
  fr: filesOfPack('fr'),
}

/** What an archive has in one language. */
export interface UnpackedPack {
  readonly language: Language
  /** As its folder is called in the archive. */
  readonly name: string
  /** By their place in a pack. */
  readonly sounds: ReadonlyMap<string, Uint8Array>
}

/**
 * The packs in the archive at `path`, the best of each language. `language`: of a folder whose name
 * says none. Throws as `readArchive`, and `no-voice-pack`, or `invalid-input` when it must be said
 * which language it is.
 */
export async function unpack(
  path: string,
  type: string,
  language: Language | null,
): Promise<{ packs: UnpackedPack[]; ignored: number }> {
  const { files, ignored } = await readArchive(path, type, (name) => placeIn(name) !== null)
  const folders = new Map<string, Map<string, Uint8Array>>()
  for (const [name, bytes] of files) {
    const { folder, place } = placeIn(name) ?? { folder: '', place: name }
    if (bytes.length > SOUND_MOST || (await typeOf(bytes)) !== SOUND) continue
    folders.set(folder, (folders.get(folder) ?? new Map<string, Uint8Array>()).set(place, bytes))
  }
  const packs = chosen(folders, language)
  const kept = packs.reduce((sum, { sounds }) => sum + sounds.size, 0)
  return { packs, ignored: ignored + files.size - kept }
}

/** The folder of a pack that this file would be in, and its place there; null: in none. */
function placeIn(name: string): { folder: string; place: string } | null {
  const parts = name.split('/')
  for (const many of [2, 1]) {
    const place = parts.slice(-many).join('/').toLowerCase()
    if (LANGUAGES.some((language) => KNOWN[language].has(place)))
      return { folder: parts.slice(0, -many).join('/'), place }
  }
  return null
}

function chosen(
  folders: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>,
  language: Language | null,
): UnpackedPack[] {
  const whole = [...folders].filter(([, sounds]) => sounds.has(PROOF))
  if (whole.length === 0) throw new AppError('no-voice-pack')
  const named = whole.map(([folder, sounds]) => ({ name: nameOf(folder), sounds }))
  const packs = LANGUAGES.flatMap((each) => {
    const ranked = named
      .map((pack) => ({ ...pack, language: each, rank: rankOf(pack.name, each) }))
      .filter(({ rank }) => rank >= 0)
    return ranked.sort((a, b) => a.rank - b.rank || compare(a.name, b.name)).slice(0, 1)
  })
  if (packs.length > 0) return packs.map(({ rank: _, ...pack }) => pack)
  const [only, ...others] = named
  if (language === null || !only || others.length > 0) {
    const message = 'no folder of the archive says its language, such as fr_CA: say it'
    throw new AppError('invalid-input', { fields: [{ path: 'language', message }] })
  }
  return [{ ...only, language, name: only.name || language }]
}

/** The last part of a folder that says a language; or its last part. */
function nameOf(folder: string): string {
  const parts = folder.split('/')
  return (parts.findLast((part) => languageOf(part) !== null) ?? posix.basename(folder)).slice(
    0,
    60,
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1
}

async function typeOf(bytes: Uint8Array): Promise<string | undefined> {
  return (await fileTypeFromBuffer(bytes))?.mime
}
