// A voice pack for tests, in the layout of real ones: each word a short tone, so that a call is over soon.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const RATE = 8_000
const SECONDS = 0.1
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `letters/${letter}`)
const NUMBERS = Array.from({ length: 21 }, (_, number) => `digits/${number}`)

/** Folder of packs for both languages; in French nothing says « guichet ». */
export function makeVoicePacks(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-voices-'))
  for (const language of ['en_CA', 'fr_CA']) {
    const words = [...LETTERS, ...NUMBERS, ...(language === 'en_CA' ? ['counter'] : [])]
    for (const [index, word] of words.entries()) {
      const file = join(folder, language, `${word}.wav`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, tone(300 + 10 * index))
    }
  }
  return folder
}

/** A sound file: mono, 16 bits a sample. */
function tone(hertz: number): Buffer {
  const samples = RATE * SECONDS
  const file = Buffer.alloc(44 + 2 * samples)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + 2 * samples, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(2 * RATE, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(2 * samples, 40)
  for (let n = 0; n < samples; n += 1) {
    file.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * hertz * n) / RATE)), 44 + 2 * n)
  }
  return file
}
