// How the boards of an office speak: for each word the office's own recording, or files of its voice pack
// or of the server's, or what the machine's voice makes of it; what nobody can say is left out.
import { existsSync } from 'node:fs'
import { LANGUAGES, type Counter, type Language } from '../../domain/settings.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { VoiceManifest } from '../../protocol/room-contract.ts'
import { counterWord } from '../../protocol/spoken-call.ts'
import type { Sounds } from '../speech/sounds.ts'
import { soundPath, SHOWN } from './file-address.ts'
import type { OfficePacks } from './office-packs.ts'
import {
  filesFor,
  filesForNumber,
  findPack,
  hashOfSound,
  SIGNS,
  soundsIn,
  type VoicePack,
} from './voice-pack.ts'

const COUNTER: Readonly<Record<Language, string>> = { en: 'counter', fr: 'guichet' }
/** A number or one letter, after the word for a counter: said piece by piece. */
const NUMBERED = /^(\S+) (?:(\d{1,3})|([A-Za-z]))$/

type Spoken = VoiceManifest['languages'][number]
/** Paths to play, and who says it. */
interface Said {
  readonly paths: readonly string[]
  readonly by: 'own' | 'pack' | 'made'
}

export class RoomVoice {
  private readonly folders: readonly string[]
  private readonly sounds: Sounds
  private readonly packs: OfficePacks
  /** Files of packs, by what their addresses show of their hash. */
  private readonly byHash = new Map<string, string>()

  /** `folders`: where voice packs are looked for. */
  constructor(folders: readonly string[], packs: OfficePacks, sounds: Sounds) {
    this.folders = folders
    this.packs = packs
    this.sounds = sounds
  }

  async manifest(office: Snapshot): Promise<VoiceManifest> {
    const languages: Spoken[] = []
    for (const language of LANGUAGES) languages.push(await this.spoken(office, language))
    return { office: office.state.office, languages }
  }

  /** The file of a pack of this hash, as far as an address shows it; null: no pack has it. */
  async find(office: string, shown: string): Promise<string | null> {
    const known = this.byHash.get(shown)
    if (known !== undefined && existsSync(known)) return known
    this.byHash.delete(shown)
    // Of a server that has begun again, or of a pack that has taken the place of another.
    const servers = LANGUAGES.map((language) => findPack(this.folders, language)?.folder)
    for (const folder of [...servers, ...(await this.packs.folders(office))])
      if (folder !== undefined) for (const file of soundsIn(folder)) this.remember(file)
    return this.byHash.get(shown) ?? null
  }

  private async spoken({ state }: Snapshot, language: Language): Promise<Spoken> {
    // Where the office's own pack has no word, the server's says it.
    const packs = [this.packs.of(state, language), findPack(this.folders, language)].filter(
      (pack) => pack !== null,
    )
    const own = new Map(
      state.room.recordings
        .filter((each) => each.language === language)
        .map(({ word, hash }) => [
          word,
          { paths: [soundPath(state.office, hash)], by: 'own' as const },
        ]),
    )
    const simple = async (word: string): Promise<Said | null> => {
      const text = word === 'counter' ? COUNTER[language] : word.toUpperCase()
      return (
        own.get(word) ??
        this.ofPack(state.office, packs, (pack) => filesFor(pack, word)) ??
        this.made(state.office, language, text)
      )
    }
    const said = new Map<string, Said | null>()
    for (const word of [...SIGNS, 'counter']) said.set(word, await simple(word))
    for (const counter of state.settings?.counters ?? []) {
      const word = counterWord(counter.code)
      const composed = this.composed(state.office, counter, language, packs, said)
      said.set(
        word,
        own.get(word) ??
          composed ??
          (await this.made(state.office, language, counter.name[language])),
      )
    }
    const by = (who: Said['by']): string[] =>
      [...said].flatMap(([word, each]) => (each?.by === who ? [word] : []))
    return {
      language,
      pack: packs[0]?.name ?? null,
      sounds: Object.fromEntries(
        [...said].flatMap(([word, each]) => (each ? [[word, [...each.paths]]] : [])),
      ),
      own: by('own'),
      made: by('made'),
      missing: [...said].flatMap(([word, each]) => (each ? [] : [word])),
    }
  }

  /** “Counter 12”: the word, then the number; null where the name is another, or a part is missing. */
  private composed(
    office: string,
    { name }: Counter,
    language: Language,
    packs: readonly VoicePack[],
    said: ReadonlyMap<string, Said | null>,
  ): Said | null {
    const [, word = '', number, letter] = NUMBERED.exec(name[language].trim()) ?? []
    if (word.toLowerCase() !== COUNTER[language]) return null
    const first = said.get('counter')
    const rest =
      number === undefined
        ? said.get((letter ?? '').toLowerCase())
        : this.ofPack(office, packs, (pack) => filesForNumber(pack, Number(number)))
    if (!first || !rest) return null
    const by = [first.by, rest.by].includes('made') ? 'made' : rest.by
    return { paths: [...first.paths, ...rest.paths], by }
  }

  /** By the first of the packs that can say it. */
  private ofPack(
    office: string,
    packs: readonly VoicePack[],
    filesOf: (pack: VoicePack) => string[] | null,
  ): Said | null {
    const files = packs.map(filesOf).find((found) => found !== null)
    if (!files) return null
    return { paths: files.map((file) => soundPath(office, this.remember(file))), by: 'pack' }
  }

  /** Its hash; the file is found again by it. */
  private remember(file: string): string {
    const hash = hashOfSound(file)
    this.byHash.set(hash.slice(0, SHOWN), file)
    return hash
  }

  private async made(office: string, language: Language, text: string): Promise<Said | null> {
    const name = await this.sounds.nameOf(office, { language, text })
    return name === null ? null : { paths: [`/speech/${office}/${name}`], by: 'made' }
  }
}
