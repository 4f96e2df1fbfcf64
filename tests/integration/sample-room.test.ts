// A seeded province has a waiting room that can be looked at: a board of each layout, notices, media.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'mocha'
import { seedProvince } from '../../server/cli/seed-province.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateUp } from '../../server/db/migrate.ts'
import { describeOnEach } from '../support/databases.ts'
import { drivenClock } from '../support/driven-clock.ts'
import { openOffice } from '../support/office.ts'
import { OPENING, PASSWORD } from '../support/seeded.ts'

describeOnEach('D9 the sample province', (database) => {
  it('has a board of each layout, notices in both languages and images that are there', async () => {
    const mediaFolder = mkdtempSync(join(tmpdir(), 'media-'))
    const seeded = async (url: string): Promise<void> => {
      const db = connect(url)
      await migrateUp(db)
      await seedProvince(db, drivenClock(OPENING), { password: PASSWORD, mediaFolder })
      await db.close()
    }
    const office = await openOffice(
      { name: database.name, fresh: () => database.fresh(seeded) },
      { env: { MEDIA_FOLDER: mediaFolder } },
    )
    const display = office.api(await office.deviceToken('display'))

    const { boards } = await display.boards('victoria')
    const { media } = await display.media('victoria')
    const { notices } = await display.notices('victoria')

    assert.deepEqual(
      boards.map(({ layout }) => layout),
      ['waiting', 'media', 'calls'],
    )
    assert.ok(notices.length >= 2 && notices.every(({ words }) => words.en !== words.fr))
    assert.equal(media.length, 3)
    for (const { path, bytes } of media) {
      const file = await fetch(office.origin + path)
      assert.equal((await file.arrayBuffer()).byteLength, bytes)
    }
    const cranbrook = office.api(await office.deviceToken('display', 'cranbrook'))
    assert.equal((await cranbrook.boards('cranbrook')).boards.length, 1)
    await office.close()
    rmSync(mediaFolder, { recursive: true })
  })
})
