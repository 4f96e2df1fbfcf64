// The spoken kiosk without a browser: which key goes where, which sentences are made ahead, which
// sounds say what, and that nothing is said over something else.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Api } from '#protocol'
import { SAMPLE_KIOSK } from '#protocol/samples'
import {
  asksForSpeech,
  FIVE_KEYS,
  keyCodes,
  nextPlace,
} from '../../../kiosk/src/speech/five-keys.ts'
import { characters, wordingOf, wordsOfOffice } from '../../../kiosk/src/speech/sentences.ts'
import { createSoundLibrary, type SoundKeeper } from '../../../kiosk/src/speech/sound-library.ts'
import { createSpeaker } from '../../../kiosk/src/speech/speaker.ts'

describe('the five keys', () => {
  it('A24 are those of a keyboard, or five that the kiosk’s address names', () => {
    assert.equal(keyCodes('').get('ArrowDown'), 'down')
    assert.equal(keyCodes('').get('Backspace'), 'back')
    const own = keyCodes('?keys=KeyU,KeyD,KeyB,KeyH,KeyC')
    assert.deepEqual([...own.values()], [...FIVE_KEYS])
    assert.equal(own.get('KeyC'), 'choose')
    assert.equal(own.get('Enter'), undefined)
  })

  for (const wrong of ['KeyU,KeyD', 'KeyU,KeyU,KeyB,KeyH,KeyC', 'a b,KeyD,KeyB,KeyH,KeyC', ',,,,'])
    it(`A24 stay the usual ones when the address says “${wrong}”`, () => {
      assert.equal(keyCodes(`?keys=${wrong}`).get('Enter'), 'choose')
    })

  it('A24 do not begin to speak to somebody who works with Enter and Escape', () => {
    assert.deepEqual(FIVE_KEYS.filter(asksForSpeech), ['up', 'down', 'help'])
  })

  it('A24 go round, and on from a heading that cannot be pressed', () => {
    assert.equal(nextPlace('down', 3, 2, 2), 0)
    assert.equal(nextPlace('up', 3, 0, 0), 2)
    assert.equal(nextPlace('down', 3, -1, 1), 1)
    assert.equal(nextPlace('up', 3, -1, 1), 0)
    assert.equal(nextPlace('down', 3, -1, 3), 0)
    assert.equal(nextPlace('down', 0, -1, 0), null)
  })
})

describe('the sentences of a kiosk', () => {
  const tree = {
    plain: 'Welcome',
    ahead: 'Nobody | 1 person | {n} people',
    deep: { time: 'Open until {time}', both: '{day} at {time}' },
  }

  it('A24 are known beforehand, with their numbers; times and names are not among them', () => {
    const said = wordingOf(tree, 'en', (key, n) => `${key} ${n}`).map(({ text }) => text)
    assert.equal(said[0], 'plain 1')
    assert.deepEqual(said.slice(1, 4), ['ahead 0', 'ahead 1', 'ahead 2'])
    assert.equal(said.length, 22)
  })

  it('A24 name every service and category of the office, in both languages', () => {
    const office = SAMPLE_KIOSK.rows.find((row) => row.kind === 'office')!
    const words = wordsOfOffice(office)
    for (const { name } of [...office.services, ...office.categories])
      assert.ok(words.includes(name))
  })
})

describe('the sounds of a kiosk', () => {
  function library(isAvailable = true) {
    const asked: number[] = []
    const kept: string[] = []
    let saved: Record<string, string> = {}
    const keeper: SoundKeeper = {
      load: () => Promise.resolve(saved),
      save: (index) => Promise.resolve(void (saved = index)),
      keep: (path) => Promise.resolve(void kept.push(path)),
    }
    const speech: Api['speech'] = (_office, { sentences }) => {
      asked.push(sentences.length)
      const sounds = sentences.map((each) => ({ ...each, path: `/${each.language}/${each.text}` }))
      return Promise.resolve({ isAvailable, sounds: isAvailable ? sounds : [] })
    }
    const make = (api: Pick<Api, 'speech'> = { speech }) => createSoundLibrary(api, 'x', keeper)
    return { make, asked, kept }
  }
  const say = (text: string) => ({ language: 'en', text }) as const

  it('A24 are asked for a few at a time, each once, and kept', async () => {
    const { make, asked, kept } = library()
    const sentences = Array.from({ length: 100 }, (_, n) => say(`Sentence ${n % 50}`))
    assert.equal(await make().prepare(sentences), 'ready')
    assert.deepEqual(asked, [40, 10])
    assert.equal(kept.length, 50)
  })

  it('A24 say a ticket number character by character, and nothing that is not known', async () => {
    const sounds = library().make()
    await sounds.prepare([say('Welcome'), ...characters().map(say)])
    assert.deepEqual(sounds.soundsOf(say('A023')), ['/en/A', '/en/0', '/en/2', '/en/3'])
    assert.deepEqual(sounds.soundsOf(say('Welcome.')), ['/en/Welcome'])
    assert.deepEqual(sounds.soundsOf(say('e')), ['/en/E'])
    assert.deepEqual(sounds.soundsOf(say('Ann Onymous')), [])
    assert.deepEqual(sounds.soundsOf({ language: 'fr', text: 'Welcome' }), [])
  })

  it('A24 are found whatever spaces stand in a sentence, such as those of French', async () => {
    const sounds = library().make()
    await sounds.prepare([say('Carte santé\u00a0: remplacer')])
    assert.deepEqual(sounds.soundsOf(say('Carte santé : remplacer')), [
      '/en/Carte santé\u00a0: remplacer',
    ])
  })

  it('A24 are there after a restart while the server is gone', async () => {
    const { make } = library()
    await make().prepare([say('Welcome')])
    const gone = make({ speech: () => Promise.reject(new Error('unreachable')) })
    await gone.recall()
    assert.equal(await gone.prepare([say('Welcome')]), 'unreachable')
    assert.deepEqual(gone.soundsOf(say('Welcome')), ['/en/Welcome'])
  })

  it('A24 are said not to be available by a server without a voice', async () => {
    const { make } = library(false)
    const sounds = make()
    assert.equal(await sounds.prepare([say('Welcome')]), 'unavailable')
    assert.ok(sounds.isEmpty())
  })
})

describe('the speaker of a kiosk', () => {
  it('A24 plays one sound after another, and drops the rest when something else is said', async () => {
    const played: string[] = []
    let end = (): void => undefined
    const speaker = createSpeaker({
      play(path) {
        played.push(path)
        if (path === 'broken') return Promise.reject(new Error(path))
        return new Promise((resolve) => (end = resolve))
      },
      stop: () => end(),
    })
    const first = speaker.say(['one', 'two', 'three'])
    const second = speaker.say(['broken', 'four'])
    await new Promise((resolve) => setTimeout(resolve))
    assert.deepEqual(played, ['one', 'broken', 'four'])
    speaker.stop()
    await Promise.all([first, second])
    assert.deepEqual(played, ['one', 'broken', 'four'])
  })
})
