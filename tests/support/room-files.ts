// Small files as offices upload them, and a voice pack: made here, so that no test needs a package.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PNG } from 'pngjs'

/** An image of one grey, which makes it another file. */
export function png(grey = 0, side = 8): Buffer {
  const image = new PNG({ width: side, height: side })
  image.data.fill(grey)
  return PNG.sync.write(image)
}

/** The beginning of a video and `bytes` of nothing: as much as a server looks at. */
export function mp4(bytes = 0): Buffer {
  const box = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isommp42', 'latin1')
  return Buffer.concat([box, Buffer.alloc(bytes)])
}

/** A tone of `hertz`, 16 bits, 8 kHz: the sound of a voice pack. */
export function wav(hertz: number, seconds = 0.05): Buffer {
  const rate = 8_000
  const samples = Math.round(rate * seconds)
  const file = Buffer.alloc(44 + samples * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples * 2, 40)
  for (let index = 0; index < samples; index += 1) {
    const height = Math.sin((2 * Math.PI * hertz * index) / rate) * 12_000
    file.writeInt16LE(Math.round(height), 44 + index * 2)
  }
  return file
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')
const NUMBERS = [
  ...Array.from({ length: 21 }, (_, number) => String(number)),
  ...['30', '40', '50', '60', '70', '80', '90', 'hundred', 'et'],
]

/** The sounds of a pack such as Debian's, by their place; `without`: files that it lacks. */
export function packSounds(name: string, without: readonly string[] = []): Map<string, Buffer> {
  const words = [
    ...LETTERS.map((sign) => `letters/${sign}`),
    ...NUMBERS.map((number) => `digits/${number}`),
    'letters/zed',
  ]
  const sounds = words.map((word, index): [string, Buffer] => {
    return [`${word}.wav`, wav(200 + index * 10 + (name.startsWith('fr') ? 5 : 0))]
  })
  return new Map(sounds.filter(([file]) => !without.includes(file.slice(0, -'.wav'.length))))
}

/** Writes such a pack into `folder`, under its name. */
export function writePack(folder: string, name: string, without: readonly string[] = []): void {
  for (const [place, bytes] of packSounds(name, without)) {
    const file = join(folder, name, place)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}
