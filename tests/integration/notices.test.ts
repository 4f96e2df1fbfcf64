// What boards tell people: put up, changed and taken down, in both languages, at their time.
import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import { isNoticeShown, type PutNotice } from '#protocol'
import type { Api } from '#protocol/api'
import { NoticeAnswer, NoticesAnswer } from '#protocol/room-contract'
import { describeOnEach } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'

const NOTICE: PutNotice = {
  words: { en: 'Closed on Monday.', fr: 'Fermé lundi.' },
  isUrgent: false,
  from: '2026-06-02T10:00:00-07:00',
  until: '2026-06-05T16:30:00-07:00',
  days: [1, 2, 3, 4, 5],
  hours: { from: 540, to: 960 },
  boards: null,
}

describeOnEach('D7 notices', (database) => {
  let office: TestOffice
  let manager: Api
  let display: Api
  let board: Listener<'board'>
  before(async () => {
    office = await openOffice(database)
    manager = await office.signIn('manager.victoria')
    const token = await office.deviceToken('display')
    display = office.api(token)
    board = await Listener.open(office, 'board', token)
  })
  after(async () => {
    board.close()
    await office.close()
  })

  const shown = () => board.view.rows.find((each) => each.kind === 'notices')?.notices ?? []

  it('reach boards at once, in both languages, and can be changed and taken down', async () => {
    const answer = await manager.addNotice('victoria', NOTICE)

    assert.deepEqual(NoticeAnswer.parse(answer), answer)
    const { id } = answer.notice
    const times = { from: '2026-06-02T17:00:00.000Z', until: '2026-06-05T23:30:00.000Z' }
    assert.deepEqual(answer.notice, { ...NOTICE, id, ...times })
    await board.until(() => shown().length === 1)
    assert.deepEqual(shown(), [answer.notice])

    await manager.putNotice('victoria', id, { ...NOTICE, isUrgent: true })

    await board.until(() => shown()[0]?.isUrgent === true)
    const listed = await display.notices('victoria')
    assert.deepEqual(NoticesAnswer.parse(listed), listed)
    assert.deepEqual(listed.notices, shown())

    await manager.removeNotice('victoria', id)

    await board.until(() => shown().length === 0)
  })

  it('come into sight and go at their instants, by the office’s own week and clock', async () => {
    const { notice } = await manager.addNotice('victoria', NOTICE)
    await board.until(() => shown().length === 1)
    const [told] = shown()
    assert.ok(told)
    const zone = 'America/Vancouver'
    const at = (instant: string) => isNoticeShown(told, 'main', Date.parse(instant), zone)
    assert.equal(at('2026-06-02T09:59:59-07:00'), false, 'before it begins')
    assert.equal(at('2026-06-02T10:00:00-07:00'), true)
    assert.equal(at('2026-06-03T08:59:00-07:00'), false, 'before its hours')
    assert.equal(at('2026-06-03T09:00:00-07:00'), true)
    assert.equal(at('2026-06-03T16:00:00-07:00'), false, 'after its hours')
    assert.equal(at('2026-06-05T16:30:00-07:00'), false, 'over')
    const always = { ...told, from: null, until: null, hours: null }
    const sunday = Date.parse('2026-06-07T12:00:00-07:00')
    const onSunday = (rest: object) => isNoticeShown({ ...always, ...rest }, 'main', sunday, zone)
    assert.equal(onSunday({}), false, 'not on Sundays')
    assert.equal(onSunday({ days: [7] }), true)
    assert.equal(onSunday({ days: [], boards: ['hall'] }), false, 'another board’s')
    await manager.removeNotice('victoria', notice.id)
  })

  it('are put up once, however often the same request is sent', async () => {
    const once = await manager.addNotice('victoria', NOTICE, 'notice-key')
    const again = await manager.addNotice('victoria', NOTICE, 'notice-key')
    assert.deepEqual(again.notice, once.notice)
    assert.equal((await manager.notices('victoria')).notices.length, 1)
    const other = manager.addNotice('victoria', { ...NOTICE, isUrgent: true }, 'notice-key')
    await assertRefused(other, 'key-reused')
    await manager.removeNotice('victoria', once.notice.id)
  })

  it('refuse what no notice can be, and what is there no more', async () => {
    const path = '/api/v1/offices/victoria/notices'
    const token = await office.tokenOf('manager.victoria')
    const wrong: [string, unknown][] = [
      ['words.fr', { ...NOTICE, words: { en: 'Closed' } }],
      ['words.en', { ...NOTICE, words: { en: 'x'.repeat(301), fr: 'x' } }],
      ['until', { ...NOTICE, until: NOTICE.from }],
      ['days.0', { ...NOTICE, days: [0] }],
      ['days', { ...NOTICE, days: [1, 1] }],
      ['hours.to', { ...NOTICE, hours: { from: 5, to: 5 } }],
      ['from', { ...NOTICE, from: 'tomorrow' }],
      ['words.en', { ...NOTICE, words: { en: 'half \ud800', fr: 'x' } }],
    ]
    await assertNothingChanges(office, async () => {
      for (const [field, body] of wrong) {
        const answer = await office.request('POST', path, { token, body })
        const { fields = [] } = assertProblem(answer, 'invalid-input')
        const paths = fields.map((each) => each.path)
        assert.ok(paths.includes(field), `${field}: ${paths.join()}`)
      }
      await assertRefused(manager.putNotice('victoria', 'nobody', NOTICE), 'notice-unknown')
      await assertRefused(manager.removeNotice('victoria', 'nobody'), 'notice-unknown')
      await assertRefused(manager.addNotice('cranbrook', NOTICE), 'not-your-office')
      await assertRefused(display.addNotice('victoria', NOTICE), 'not-allowed')
    })
  })

  it('are up to sixty', async () => {
    for (let number = 0; number < 60; number += 1) await manager.addNotice('victoria', NOTICE)
    await assertRefused(manager.addNotice('victoria', NOTICE), 'room-full')
  })
})
