// What channels are called in files, in both languages.
import type { Channel } from '../../domain/facts.ts'
import type { Words } from '../../domain/settings.ts'

export const CHANNEL_WORDS: Record<Channel, Words> = {
  'in-person': { en: 'In person', fr: 'En personne' },
  phone: { en: 'Phone', fr: 'Téléphone' },
  video: { en: 'Video', fr: 'Vidéo' },
  chat: { en: 'Chat', fr: 'Clavardage' },
  email: { en: 'Email', fr: 'Courriel' },
  mail: { en: 'Mail', fr: 'Courrier postal' },
  'back-office': { en: 'Back office', fr: 'Travail de bureau' },
}
