// Which files of a voice pack say a number, as one says it in its language.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, it } from 'mocha'
import { filesForNumber, findPack, type VoicePack } from '../../server/features/room/voice-pack.ts'
import { writePack } from '../support/room-files.ts'

describe('D5 a voice pack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'))
  let english: VoicePack
  let french: VoicePack
  before(() => {
    writePack(folder, 'en_US_f_Allison')
    writePack(folder, 'fr_CA_f_June')
    const found = [findPack([folder], 'en'), findPack([folder], 'fr')]
    const [en, fr] = found
    assert.ok(en && fr)
    english = en
    french = fr
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })
  const spoken = (pack: VoicePack, number: number) =>
    filesForNumber(pack, number)
      ?.map((file) => basename(file, '.wav'))
      .join(' ')

  it('says numbers in English', () => {
    const said = [1, 12, 20, 21, 70, 99, 100, 101, 342].map((each) => spoken(english, each))
    assert.deepEqual(said, [
      ...['1', '12', '20', '20 1', '70', '90 9'],
      ...['1 hundred', '1 hundred 1', '3 hundred 40 2'],
    ])
  })

  it('dit les nombres en français, vingt et un, soixante et onze, quatre-vingt-onze', () => {
    const said = [1, 16, 21, 31, 60, 61, 70, 71, 72, 79, 80, 81, 90, 91, 99, 100, 101, 280]
    assert.deepEqual(
      said.map((each) => spoken(french, each)),
      [
        ...['1', '16', '20 et 1', '30 et 1', '60', '60 et 1', '70', '60 et 11', '60 12'],
        ...['60 19', '80', '80 1', '90', '80 11', '80 19', 'hundred', 'hundred 1', '2 hundred 80'],
      ],
    )
  })

  it('says nothing by halves: a number of which it lacks a part is not said', () => {
    writePack(join(folder, 'poor'), 'en', ['digits/90'])
    const poor = findPack([join(folder, 'poor')], 'en')
    assert.ok(poor)
    assert.equal(filesForNumber(poor, 94), null)
    assert.ok(filesForNumber(poor, 84))
  })
})
