// The waiting rooms of the sample province: a board of each layout in Victoria, what they announce and
// play. The pictures were drawn for it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { USUAL_BOARD, type Board, type Notice } from '../../domain/room.ts'
import type { Words } from '../../domain/settings.ts'
import type { RoomFiles } from '../../features/room/room-files.ts'
import { SHOWN } from '../../features/room/file-address.ts'
import { rootFolder } from '../../http/root-folder.ts'
import type { Door } from '../../office/door.ts'

const BOARDS: readonly Board[] = [
  {
    ...USUAL_BOARD,
    name: { en: 'Main hall', fr: 'Salle principale' },
    layout: 'waiting',
    shows: { next: 4, waiting: true, counters: true, joinCode: true },
  },
  {
    ...USUAL_BOARD,
    code: 'entrance',
    name: { en: 'Entrance', fr: 'Entrée' },
    layout: 'media',
    last: 3,
  },
  {
    ...USUAL_BOARD,
    code: 'east',
    name: { en: 'Counters 4 to 6', fr: 'Guichets 4 à 6' },
    counters: ['4', '5', '6'],
    shows: { ...USUAL_BOARD.shows, waiting: false },
  },
]

const always = { from: null, until: null, days: [], hours: null, boards: null, isUrgent: false }
const NOTICES: readonly Notice[] = [
  {
    ...always,
    id: 'notice-ready',
    words: {
      en: 'We take cash, cheques and cards at every counter.',
      fr: 'L’argent comptant, les chèques et les cartes sont acceptés à tous les guichets.',
    },
  },
  {
    ...always,
    id: 'notice-hearing',
    words: {
      en: 'Tell us if you prefer to be called in person: we will come to you.',
      fr: 'Dites-le-nous si vous préférez qu’on vienne vous chercher\u00a0: nous viendrons à vous.',
    },
  },
  {
    ...always,
    id: 'notice-afternoon',
    words: {
      en: 'Knowledge tests start no later than 3:30 p.m.',
      fr: 'Les examens théoriques commencent au plus tard à 15\u00a0h\u00a030.',
    },
    days: [1, 2, 3, 4, 5],
    hours: { from: 12 * 60, to: 16 * 60 },
  },
]

const MEDIA: readonly { file: string; name: string; alt: Words }[] = [
  {
    file: 'renew-early.png',
    name: 'Renew early',
    alt: {
      en: 'Your driver’s licence can be renewed six months early.',
      fr: 'Votre permis de conduire se renouvelle jusqu’à six mois à l’avance.',
    },
  },
  {
    file: 'have-ready.png',
    name: 'Two pieces of identification',
    alt: {
      en: 'Please have two pieces of identification ready.',
      fr: 'Ayez en main deux pièces d’identité, s’il vous plaît.',
    },
  },
  {
    file: 'follow-by-phone.png',
    name: 'Follow by phone',
    alt: {
      en: 'Wait where you like: follow your number on your phone.',
      fr: 'Attendez où vous voulez\u00a0: suivez votre numéro sur votre téléphone.',
    },
  },
]

/** Where the sample province has boards of every layout. */
export const SAMPLE_ROOM = 'victoria'

/** Sets up the waiting room of Victoria; what is there already stays as it is. */
export async function setUpRoom(door: Door, files: RoomFiles): Promise<void> {
  const office = SAMPLE_ROOM
  const by = { actor: { kind: 'system', id: 'seed' }, mayOverrule: true } as const
  const folder = join(rootFolder(), 'server', 'cli', 'province', 'media')
  for (const { file, name, alt } of MEDIA) {
    const bytes = await readFile(join(folder, file))
    // Without a disk to write on there are no pictures, and an office all the same.
    const kept = await files.put(office, bytes, 'image/png').catch(() => null)
    if (kept === null) continue
    const medium = { ...kept, id: kept.hash.slice(0, SHOWN), name, alt, seconds: 12 }
    await door.execute({ office, command: { do: 'put-medium', medium, isNew: true }, by })
  }
  for (const board of BOARDS)
    await door.execute({ office, command: { do: 'put-board', board }, by })
  for (const notice of NOTICES)
    await door.execute({ office, command: { do: 'put-notice', notice, isNew: true }, by })
}
