// How the boards of an office speak: for each word the office's own recording, or files of a voice
// pack, or what the machine's voice makes of it; what nobody can say is left out.
import { LANGUAGES, type Counter, type Language } from '../../domain/settings.ts'
import type { Snapshot } from '../../office/asking.ts'
import type { VoiceManifest } from '../../protocol/room-contract.ts'
import { counterWord } from '../../protocol/spoken-call.ts'
import type { Sounds } from '../speech/sounds.ts'
import { soundPath, SHOWN } from './file-address.ts'
import { filesFor, filesForNumber, findPack, packSound, type VoicePack } from './voice-pack.ts'

const SIGNS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
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
  private readonly byHash = new Map<string, Buffer>()

  /** `folders`: where voice packs are looked for. */
  constructor(folders: readonly string[], sounds: Sounds) {
    this.folders = folders
    this.sounds = sounds
  }

  async manifest(office: Snapshot): Promise<VoiceManifest> {
    const languages: Spoken[] = []
    for (const language of LANGUAGES) languages.push(await this.spoken(office, language))
    return { office: office.state.office, languages }
  }

  /** The file of a pack of this hash, as far as an address shows it; null: no pack has it. */
  find(shown: string): Buffer | null {
    if (this.byHash.size === 0) this.readPacks()
    return this.byHash.get(shown) ?? null
  }

  private readPacks(): void {
    for (const language of LANGUAGES) {
      const pack = findPack(this.folders, language)
      if (!pack) continue
      for (const word of SIGNS) this.paths('', filesFor(pack, word))
      for (let number = 1; number < 1_000; number += 1) this.paths('', filesForNumber(pack, number))
      this.paths('', filesFor(pack, 'counter'))
    }
  }

  private async spoken({ state }: Snapshot, language: Language): Promise<Spoken> {
    const pack = findPack(this.folders, language)
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
        this.ofPack(state.office, pack && filesFor(pack, word)) ??
        this.made(state.office, language, text)
      )
    }
    const said = new Map<string, Said | null>()
    for (const word of [...SIGNS, 'counter']) said.set(word, await simple(word))
    for (const counter of state.settings?.counters ?? []) {
      const word = counterWord(counter.code)
      const composed = this.composed(state.office, counter, language, pack, said)
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
      pack: pack?.name ?? null,
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
    pack: VoicePack | null,
    said: ReadonlyMap<string, Said | null>,
  ): Said | null {
    const [, word = '', number, letter] = NUMBERED.exec(name[language].trim()) ?? []
    if (word.toLowerCase() !== COUNTER[language]) return null
    const first = said.get('counter')
    const rest =
      number === undefined
        ? said.get((letter ?? '').toLowerCase())
        : this.ofPack(office, pack && filesForNumber(pack, Number(number)))
    if (!first || !rest) return null
    const by = [first.by, rest.by].includes('made') ? 'made' : rest.by
    return { paths: [...first.paths, ...rest.paths], by }
  }

  private ofPack(office: string, files: readonly string[] | null): Said | null {
    return files && { paths: this.paths(office, files) ?? [], by: 'pack' }
  }

  private paths(office: string, files: readonly string[] | null): string[] | null {
    return (
      files &&
      files.map((file) => {
        const { hash, bytes } = packSound(file)
        this.byHash.set(hash.slice(0, SHOWN), bytes)
        return soundPath(office, hash)
      })
    )
  }

  private async made(office: string, language: Language, text: string): Promise<Said | null> {
    const name = await this.sounds.nameOf(office, { language, text })
    return name === null ? null : { paths: [`/speech/${office}/${name}`], by: 'made' }
  }
}
