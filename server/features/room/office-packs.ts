// Voice packs of offices on disk: each a folder below the office's own files, in the layout in which the
// server's are. Which of them count, the office's room says.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { OfficePack } from '../../domain/room.ts'
import type { Language } from '../../domain/settings.ts'
import type { OfficeState } from '../../domain/state.ts'
import type { VoicePackInfo } from '../../protocol/room-contract.ts'
import type { RoomFiles } from './room-files.ts'
import type { UnpackedPack } from './uploaded-pack.ts'
import { isPack, lacksOf, type VoicePack } from './voice-pack.ts'

type Of = Pick<OfficeState, 'office' | 'room'>

const FOLDER = 'voices'
/** What is nobody's for so long is of no upload that is on its way, ms. */
const LEFT = 3_600_000

export class OfficePacks {
  private readonly files: RoomFiles

  constructor(files: RoomFiles) {
    this.files = files
  }

  /** The office's own pack of this language, as long as its folder is there. */
  of({ office, room }: Of, language: Language): VoicePack | null {
    const pack = room.packs.find((each) => each.language === language)
    const found = pack && this.voicePack(office, pack)
    return found && isPack(found.folder) ? found : null
  }

  infoOf({ office, room }: Of): VoicePackInfo[] {
    return room.packs.map((pack) => {
      const { language, name, bytes } = pack
      return { language, name, bytes, lacks: lacksOf(this.voicePack(office, pack)) }
    })
  }

  /** Keeps what was unpacked, each as a pack of its own. `newId`: names its folder. */
  async keep(
    office: string,
    unpacked: readonly UnpackedPack[],
    newId: () => string,
  ): Promise<OfficePack[]> {
    const kept: OfficePack[] = []
    for (const { language, name, sounds } of unpacked) {
      const id = newId()
      await this.files.putFolder(office, join(FOLDER, id), sounds)
      kept.push({ language, id, name, bytes: bytesOf(sounds) })
    }
    return kept
  }

  async remove(office: string, packs: readonly Pick<OfficePack, 'id'>[]): Promise<void> {
    for (const { id } of packs) await this.files.removeFolder(office, join(FOLDER, id))
  }

  /** Removes what a change has put aside, and what a server that was killed has left. */
  async tidy(before: Of, { office, room }: Of): Promise<void> {
    const isOf = (packs: readonly OfficePack[], id: string): boolean =>
      packs.some((pack) => pack.id === id)
    for (const id of await this.ids(office)) {
      if (isOf(room.packs, id)) continue
      const isOver = isOf(before.room.packs, id) || (await this.isLeft(office, id))
      if (isOver) await this.remove(office, [{ id }])
    }
  }

  /** All that are on disk of this office. */
  async folders(office: string): Promise<string[]> {
    return (await this.ids(office)).map((id) => join(this.files.at(office), FOLDER, id))
  }

  private voicePack(office: string, { language, id, name }: OfficePack): VoicePack {
    return { language, name, folder: join(this.files.at(office), FOLDER, id) }
  }

  private async ids(office: string): Promise<string[]> {
    return readdir(join(this.files.at(office), FOLDER)).catch(() => [])
  }

  private async isLeft(office: string, id: string): Promise<boolean> {
    const { mtimeMs } = await stat(join(this.files.at(office), FOLDER, id))
    return Date.now() - mtimeMs > LEFT
  }
}

/** Of all sounds of a pack. */
export function bytesOf(sounds: UnpackedPack['sounds']): number {
  return [...sounds.values()].reduce((sum, { length }) => sum + length, 0)
}
