// A call made heard: chime and words as one sound, and what happens to words without one.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Language } from '#protocol'
import { createAnnouncer, PAUSE, type Utterance } from '../../../display/src/voice/announcer.ts'
import { voiceFor } from '../../../display/src/voice/device-voice.ts'
import { chime, RATE } from '../../../display/src/voice/samples.ts'
import { createSoundStore } from '../../../display/src/voice/sound-store.ts'

const WORD = 0.5
const FULL = { chime: 1, voice: 1 }
const EN: Utterance = {
  ...{ language: 'en', text: 'A 0 2, Counter 4' },
  words: ['a', '0', '2', PAUSE, 'counter-4'],
}
const FR: Utterance = { ...EN, language: 'fr', text: 'A 0 2, Guichet 4' }

/** What an announcer played and said, in order, in seconds. */
function aRoom({ missing = [] as string[], speaks = [] as Language[] } = {}) {
  const heard: (number | string)[] = []
  const announcer = createAnnouncer({
    sounds: (language, word) =>
      Promise.resolve(
        missing.includes(`${language} ${word}`) ? null : [new Float32Array(WORD * RATE).fill(0.5)],
      ),
    play(samples) {
      heard.push(samples.length / RATE)
      return Promise.resolve()
    },
    deviceVoice: (language) =>
      speaks.includes(language)
        ? (text) => {
            heard.push(text)
            return Promise.resolve()
          }
        : null,
  })
  return { announcer, heard }
}
const bell = chime().length / RATE
const by = (said: { language: string; by: string }[]) =>
  said.map(({ language, by: how }) => [language, how])

describe('the announcer', () => {
  it('D5 plays chime and both languages as one sound without a gap', async () => {
    const { announcer, heard } = aRoom()

    const said = await announcer.announce([EN, FR], FULL)

    assert.equal(heard.length, 1)
    const words = 8 * WORD
    assert.ok(Number(heard[0]) > bell + words && Number(heard[0]) < bell + words + 2)
    assert.deepEqual(by(said), [
      ['en', 'recordings'],
      ['fr', 'recordings'],
    ])
  })

  it('D4 D5 is silent where nothing is to be heard, and chimes alone where nothing is said', async () => {
    const { announcer, heard } = aRoom()

    assert.deepEqual(await announcer.announce([], { chime: 0, voice: 0 }), [])
    assert.deepEqual(heard, [])
    await announcer.announce([], { chime: 0.5, voice: 1 })
    assert.equal(heard.length, 1)
    assert.ok(Math.abs(Number(heard[0]) - bell) < 0.5)
  })

  it('D5 leaves out what a counter is called when that has no sound', async () => {
    const { announcer } = aRoom({ missing: ['fr counter-4'] })

    const [english, french] = await announcer.announce([EN, FR], FULL)

    assert.deepEqual(english?.missing, [])
    assert.deepEqual(french?.missing, ['counter-4'])
    assert.equal(french.by, 'recordings')
  })

  it('D5 says no number with a sign left out: it would be somebody else’s', async () => {
    const { announcer, heard } = aRoom({ missing: ['en 2', 'fr 2'], speaks: ['fr'] })

    const said = await announcer.announce([EN, FR], FULL)

    assert.deepEqual(by(said), [
      ['en', 'nothing'],
      ['fr', 'device'],
    ])
    assert.ok(heard.includes(FR.text))
    assert.ok(!heard.includes(EN.text))
  })

  it('D5 takes turns of device and recordings in the order of the languages', async () => {
    const missing = EN.words.map((word) => `en ${word}`)
    const { announcer, heard } = aRoom({ missing, speaks: ['en'] })

    await announcer.announce([EN, FR], FULL)

    assert.deepEqual(
      heard.map((each) => typeof each),
      ['number', 'string', 'number'],
    )
  })

  it('D5 takes the device’s voice only when it is on the device and a good one, Canadian first', () => {
    const voice = (lang: string, name: string, localService = true) => ({
      ...{ lang, name, localService, default: false },
    })
    const france = voice('fr-FR', 'Thomas')
    const canada = voice('fr-CA', 'Amélie')

    assert.equal(voiceFor([france, canada], 'fr'), canada)
    assert.equal(voiceFor([france], 'fr'), france)
    assert.equal(voiceFor([canada], 'en'), null)
    assert.equal(voiceFor([voice('en-US', 'Google US English', false)], 'en'), null)
    assert.equal(voiceFor([voice('en-US', 'eSpeak English')], 'en'), null)
  })
})

describe('the sounds on a board', () => {
  const sound = new Float32Array(RATE).fill(0.5)
  const never = new Promise<never>(() => undefined)

  it('D5 are read once each, and asked for again when they could not be had', async () => {
    const asked: string[] = []
    let isThere = false
    const store = createSoundStore({
      file(path) {
        asked.push(path)
        return isThere ? Promise.resolve(new ArrayBuffer(8)) : Promise.reject(new Error('cut'))
      },
      decode: () => Promise.resolve(sound),
      wait: () => never,
    })

    assert.equal(await store.sound('/a'), null)
    isThere = true
    assert.ok(await store.sound('/a'))
    assert.ok(await store.sound('/a'))
    assert.deepEqual(asked, ['/a', '/a'])
  })

  it('D5 are not waited for: a call does not stand still for a word', async () => {
    const store = createSoundStore({
      file: () => never,
      decode: () => Promise.resolve(sound),
      wait: () => Promise.resolve(),
    })

    assert.equal(await store.sound('/a'), null)
  })
})
