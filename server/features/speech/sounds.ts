// The sounds of what kiosks say, as files: made once by the machine's voice, or an office's own
// recording in its place. A sound's address changes when its file does.
import { createHash } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../domain/settings.ts'
import type { Voice } from './voice.ts'

export interface Sentence {
  readonly language: Language
  readonly text: string
}

/** More than a province of offices ever says: nobody fills the disk. */
const SOUNDS_MOST = 20_000
/** A sound: id of the sentence, hash of the file. */
export const SOUND_NAME = /^([0-9a-f]{20})\.([0-9a-f]{16})\.wav$/

export class Sounds {
  private readonly folder: string
  private readonly voice: Voice
  private made: Set<string> | null = null
  private readonly making = new Map<string, Promise<void>>()

  /**
   * `folder`: made when it is needed. In it are the sounds by the id of their sentence, `sentences.tsv`
   * that says which is which, and `recordings/{office}/{id}.wav`, the office's own.
   */
  constructor(folder: string, voice: Voice) {
    this.folder = folder
    this.voice = voice
  }

  isAvailable(): Promise<boolean> {
    return this.voice.isThere()
  }

  /** Name of the sound of this sentence in this office; null: there is none and none can be made. */
  async nameOf(office: string, sentence: Sentence): Promise<string | null> {
    const id = idOf(sentence)
    await this.make(id, sentence)
    const sound = await this.read(office, id)
    return sound && `${id}.${hashOf(sound)}.wav`
  }

  /** The sound of this name; null when it is there no more. */
  async find(office: string, name: string): Promise<Buffer | null> {
    const [, id, hash] = SOUND_NAME.exec(name) ?? []
    const sound = id === undefined ? null : await this.read(office, id)
    return sound && hashOf(sound) === hash ? sound : null
  }

  private async read(office: string, id: string): Promise<Buffer | null> {
    const own = await contents(join(this.folder, 'recordings', office, `${id}.wav`))
    return own ?? contents(join(this.folder, `${id}.wav`))
  }

  private async make(id: string, sentence: Sentence): Promise<void> {
    const made = await this.known()
    if (made.has(id) || made.size >= SOUNDS_MOST || !(await this.voice.isThere())) return
    const making = this.making.get(id) ?? this.say(id, sentence)
    this.making.set(id, making)
    await making.finally(() => this.making.delete(id))
  }

  private async say(id: string, { language, text }: Sentence): Promise<void> {
    await this.voice.say(language, text, join(this.folder, `${id}.wav`))
    this.made?.add(id)
    await appendFile(join(this.folder, 'sentences.tsv'), `${id}\t${language}\t${oneLine(text)}\n`)
  }

  private async known(): Promise<Set<string>> {
    if (this.made) return this.made
    await mkdir(this.folder, { recursive: true })
    const files = await readdir(this.folder)
    this.made ??= new Set(
      files.filter((file) => file.endsWith('.wav')).map((file) => file.slice(0, -4)),
    )
    return this.made
  }
}

function idOf({ language, text }: Sentence): string {
  return createHash('sha256').update(`${language}\n${text}`).digest('hex').slice(0, 20)
}

function hashOf(sound: Buffer): string {
  return createHash('sha256').update(sound).digest('hex').slice(0, 16)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

async function contents(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
