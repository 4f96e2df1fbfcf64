// Joining by phone: in the room by the code on its board, from afar by the office's page.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { TicketAnswer } from '#protocol'
import type { RoomCodeShown } from '#protocol/events'
import { RoomCodes } from '../../server/features/phone/room-codes.ts'
import { configure } from '../support/configure.ts'
import { describeOnEach, sqliteOnly } from '../support/databases.ts'
import { Listener } from '../support/listener.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { assertNothingChanges, assertProblem, assertRefused } from '../support/refusals.ts'

const V1 = '/api/v1'
const JOINING = { lateMinutes: 10, mostExpected: 3 }
const MINUTE = 60_000
const service = 'driver-licence'

const tokenOf = ({ follow }: Pick<TicketAnswer, 'follow'>): string => follow?.slice(3) ?? ''

/** The code in the room of Victoria now, without the wait until its board shows it. */
const codeNow = (office: TestOffice): string => office.roomPath().split('/').at(-1) ?? ''

/** What the board of Victoria shows now. */
async function roomCode(office: TestOffice): Promise<string> {
  const board = await Listener.open(office, 'board', await office.deviceToken('display'))
  const shown = await new Promise<RoomCodeShown>((resolve) => {
    board.socket.once('room:code', resolve)
  })
  board.close()
  const [, code = ''] = /^\/join\/victoria\/([\w-]+)$/.exec(shown.path) ?? []
  return code
}

describeOnEach('joining by phone', (database) => {
  let office: TestOffice
  beforeEach(async () => {
    office = await openOffice(database)
    await configure(office, (was) => ({ ...was, joining: JOINING }))
  })
  afterEach(() => office.close())

  it('A11 from afar is a number and a place, waits for nobody, and waits once the code is read', async () => {
    const phone = office.api('')
    const mine = await phone.join('victoria', { service })
    assert.equal(mine.state, 'expected')
    office.clock.advance(MINUTE)
    const other = await office.checkIn()
    const agent = await office.signIn('agent.victoria')
    const called = await agent.callNext('victoria', '1', 'key-1')
    assert.equal(called?.id, other.id)
    assert.deepEqual(await agent.callNext('victoria', '1', 'key-1'), called)
    const seen = await phone.ticket(tokenOf(mine))
    assert.equal(seen.rows[0]?.passedAt, new Date(office.clock.now()).toISOString())
    await assertNothingChanges(office, async () => {
      await assertRefused(agent.call(mine.id, {}), 'move-not-allowed')
      await assertRefused(phone.arriveByCode(tokenOf(mine), 'wrong'), 'room-code-wrong')
    })
    const here = await phone.arriveByCode(tokenOf(mine), codeNow(office))
    assert.deepEqual([here.rows[0]?.state, here.rows[0]?.peopleAhead], ['waiting', 0])
    await office.restart()
    assert.equal((await office.api('').ticket(tokenOf(mine))).rows[0]?.state, 'waiting')
  })

  it('A11 with the code on the board waits at once', async () => {
    const phone = office.api('')
    const code = await roomCode(office)
    const mine = await phone.join('victoria', { service, code, language: 'fr' })
    assert.deepEqual([mine.state, mine.peopleAhead, mine.language], ['waiting', 0, 'fr'])
    office.clock.advance(2 * MINUTE)
    assert.equal((await phone.join('victoria', { service, code })).state, 'waiting')
    office.clock.advance(2 * MINUTE)
    await assertNothingChanges(office, () =>
      assertRefused(phone.join('victoria', { service, code }), 'room-code-wrong'),
    )
  })

  it('A11 comes in at a kiosk too, or is seen by staff, once', async () => {
    const phone = office.api('')
    const [one, two] = [
      await phone.join('victoria', { service }),
      await phone.join('victoria', { service }),
    ]
    const kiosk = await office.kiosk()
    assert.equal((await kiosk.arrive(one.id, {})).state, 'waiting')
    const greeter = await office.signIn('greeter.victoria')
    assert.equal((await greeter.arrive(two.id, {})).state, 'waiting')
    await assertNothingChanges(office, async () => {
      await assertRefused(greeter.arrive(two.id, {}), 'move-not-allowed')
      const elsewhere = await office.kiosk('cranbrook')
      await assertRefused(elsewhere.arrive(two.id, {}), 'not-your-office')
      const code = codeNow(office)
      await assertRefused(phone.arriveByCode(tokenOf(two), code), 'move-not-allowed')
    })
  })

  it('A11 ends where as many are expected as the office takes; those in the room still join', async () => {
    const phone = office.api('')
    for (let n = 0; n < 3; n += 1) await phone.join('victoria', { service })
    await assertNothingChanges(office, () =>
      assertRefused(phone.join('victoria', { service }), 'joining-full'),
    )
    const code = codeNow(office)
    assert.equal((await phone.join('victoria', { service, code })).state, 'waiting')
    assert.equal((await phone.joinView('victoria')).waiting, 1)
  })

  it('A11 races for the last place: one of ten has it', async () => {
    const phone = office.api('')
    for (let n = 0; n < 2; n += 1) await phone.join('victoria', { service })
    const many = Array.from({ length: 10 }, () => phone.join('victoria', { service }))
    const happened = (await Promise.allSettled(many)).filter(({ status }) => status === 'fulfilled')
    assert.equal(happened.length, 1)
  })

  it('A11 is one number for one key, and takes no key that somebody else might choose', async () => {
    const phone = office.api('')
    const key = crypto.randomUUID()
    const [one, two] = await Promise.all([
      phone.join('victoria', { service }, key),
      phone.join('victoria', { service }, key),
    ])
    assert.deepEqual(one, two)
    await assertNothingChanges(office, () =>
      assertRefused(phone.join('victoria', { service }, '1'), 'invalid-input'),
    )
  })

  it('A11 is refused where the office has no joining, and says what it has', async () => {
    const phone = office.api('')
    await assertNothingChanges(office, async () => {
      await assertRefused(phone.join('cranbrook', { service }), 'joining-closed')
      await assertRefused(phone.join('nowhere', { service }), 'office-unknown')
      await assertRefused(phone.join('victoria', { service: 'magic' }), 'service-unknown')
      for (const body of [{}, { service: 7 }, { service, code: '' }, { service, name: 'Ann' }]) {
        const answer = await office.request('POST', `${V1}/offices/victoria/join`, { body })
        assertProblem(answer, 'invalid-input')
      }
    })
    assert.equal((await phone.joinView('cranbrook')).isOffered, false)
    const view = await phone.joinView('victoria')
    assert.deepEqual([view.isOffered, view.fromAfar], [true, true])
  })

  it('A17 is refused when the office gives no tickets', async () => {
    const manager = await office.signIn('manager.victoria')
    await manager.stopIntake('victoria', { reason: 'full' })
    await assertNothingChanges(office, () =>
      assertRefused(office.api('').join('victoria', { service }), 'office-closed'),
    )
  })

  it('A11 shows the code to boards of offices where one joins, and to nobody else', async () => {
    const board = await Listener.open(office, 'board', await office.deviceToken('display'))
    const kiosk = await Listener.open(office, 'kiosk', await office.deviceToken('kiosk'))
    const other = await Listener.open(
      office,
      'board',
      await office.deviceToken('display', 'cranbrook'),
      'cranbrook',
    )
    const told: string[] = []
    kiosk.socket.on('room:code', () => told.push('kiosk'))
    other.socket.on('room:code', () => told.push('other'))
    await new Promise((resolve) => board.socket.once('room:code', resolve))
    assert.deepEqual(told, [])
    for (const each of [board, kiosk, other]) each.close()
  })
})

describe('a script that joins a thousand times', () => {
  it('A11 is told no after a few, while those in the room join as before', async () => {
    const office = await openOffice(sqliteOnly(), { env: { LIMITS: 'on' } })
    await configure(office, (was) => ({ ...was, joining: { ...JOINING, mostExpected: 500 } }))
    const answers: number[] = []
    for (let n = 0; n < 1_000; n += 1) {
      const body = { service, ...(n % 2 ? { code: `guess-${n}` } : {}) }
      const answer = await office.request('POST', `${V1}/offices/victoria/join`, { body })
      answers.push(answer.status)
      if (answer.status === 429) assertProblem(answer, 'too-many-requests')
    }
    assert.equal(answers.filter((status) => status === 201).length, 5)
    assert.equal(answers.filter((status) => status === 429).length, 990)
    const codes = new RoomCodes('a secret of thirty-two characters or more')
    const { code } = codes.codeOf('victoria', office.clock.now())
    for (let n = 0; n < 20; n += 1) {
      const body = { service, code }
      const answer = await office.request('POST', `${V1}/offices/victoria/join`, { body })
      assert.equal(answer.status, 201)
    }
    await office.close()
  }).timeout(30_000)
})
