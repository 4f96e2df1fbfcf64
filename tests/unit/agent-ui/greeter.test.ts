// What a greeter fills in, what is sent of it, and when they may serve at once.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { NewVisit } from '#protocol/requests'
import { readDesk } from '../../../agent-ui/src/composables/desk-rows.ts'
import { doorChange, doorNumber } from '../../../agent-ui/src/composables/greeter-door.ts'
import {
  emptyForm,
  faultsOf,
  isOtherWork,
  MOST_REQUESTS,
  newVisit,
  preparation,
  stillWrong,
  withService,
} from '../../../agent-ui/src/composables/greeter-form.ts'
import { stepped } from '../../../agent-ui/src/composables/quantities.ts'
import { instantToday } from '../../../agent-ui/src/composables/paper-times.ts'
import { serveNow } from '../../../agent-ui/src/composables/greeter-serve.ts'
import { AT, aCounter, aView, aVisit, myCounter } from './desk-builders.ts'

const NO_TIME = (): null => null

describe('the greeter’s form', () => {
  it('A9 sends nothing personal when nothing was given', () => {
    const form = {
      ...emptyForm('fr'),
      requests: withService([], 'notary'),
      mayBeCalledByName: true,
    }

    assert.deepEqual(newVisit(form, null, NO_TIME), {
      requests: [{ service: 'notary', quantity: 1, channel: 'in-person' }],
      language: 'fr',
    })
  })

  it('A2 A5 A10 P06 P07 sends everything that was given, as the office takes it', () => {
    const body = newVisit(
      {
        requests: withService(withService([], 'notary'), 'health-card'),
        language: 'en',
        priority: 'priority',
        party: 4,
        counterKind: 'quick',
        booked: '13 h 30',
        needs: ['escort'],
        name: ' Ada ',
        mayBeCalledByName: true,
        phone: '250 555-0100',
        email: 'ada@example.ca',
        note: 'Two children',
      },
      '3',
      (typed) => instantToday(typed, Date.parse(AT), 'America/Toronto'),
    )

    assert.deepEqual(NewVisit.parse({ ...body, preparation: 5 }), { ...body, preparation: 5 })
    assert.deepEqual(
      body.requests.map(({ service }) => service),
      ['notary', 'health-card'],
    )
    assert.equal(body.name, 'Ada')
    assert.equal(body.mayBeCalledByName, true)
    assert.equal(body.serveAt, '3')
    assert.equal(body.bookedAt, '2026-11-23T18:30:00.000Z')
    assert.equal(body.priority, 'priority')
  })

  it('A5 counts a service chosen twice, and stops at ten requests', () => {
    assert.deepEqual(withService(withService([], 'notary'), 'notary'), [
      { service: 'notary', quantity: 2, channel: 'in-person' },
    ])
    const many = Array.from({ length: 12 }, (_, n) => `service-${n}`)
    const lines = many.reduce<ReturnType<typeof withService>>(withService, [])
    assert.equal(lines.length, MOST_REQUESTS)
  })

  it('C30 P20 knows work without a person here by the channel of its first request', () => {
    const [line] = withService([], 'notary')
    assert.ok(line)
    assert.equal(isOtherWork({ requests: [line] }), false)
    assert.equal(isOtherWork({ requests: [{ ...line, channel: 'mail' }] }), true)
    assert.equal(isOtherWork({ requests: [] }), false)
    const [, second] = withService([{ ...line, channel: 'phone' }], 'health-card')
    assert.equal(second?.channel, 'phone')
  })

  it('finds a contact that would be refused, and takes one that would not', () => {
    assert.deepEqual(faultsOf(emptyForm('en')), [])
    assert.deepEqual(
      faultsOf({
        ...emptyForm('en'),
        booked: '9:30',
        phone: '+1 (250) 555-0100',
        email: 'a@example.ca',
      }),
      [],
    )
    assert.deepEqual(
      faultsOf({ ...emptyForm('en'), booked: '25:00', phone: 'none', email: 'ada' }),
      ['booked', 'phone', 'email'],
    )
    for (const phone of ['12', '250555x0100'])
      assert.deepEqual(faultsOf({ ...emptyForm('en'), phone }), ['phone'])
  })

  it('A9 A10 finds a number that is none, and never sends another in its place', () => {
    const requests = [{ service: 'notary', quantity: 1000, channel: 'in-person' as const }]

    assert.deepEqual(faultsOf({ ...emptyForm('en'), requests, party: 51 }), ['quantity', 'party'])
    for (const party of [0, -1, 1.5, Number.NaN]) {
      assert.deepEqual(faultsOf({ ...emptyForm('en'), party }), ['party'])
      assert.equal(newVisit({ ...emptyForm('en'), party }, null, NO_TIME).party, party)
    }
    assert.deepEqual(
      [stepped(Number.NaN, 1, 50), stepped(50, 1, 50), stepped(1, -1, 50)],
      [1, 50, 1],
    )
  })

  it('A10 no longer finds wrong what was mended, nor anything new while it is typed', () => {
    const wrong = { ...emptyForm('en'), booked: '25:00', phone: '12' }
    const told = faultsOf(wrong)

    assert.deepEqual(stillWrong(told, { ...wrong, booked: '13:00' }), ['phone'])
    assert.deepEqual(stillWrong(told, { ...wrong, booked: '', phone: '' }), [])
    assert.deepEqual(stillWrong(['booked'], wrong), ['booked'])
  })

  it('P06 measures preparation from the first choice, an hour at most', () => {
    assert.equal(preparation(null, 5_000), 0)
    assert.equal(preparation(1_000, 5_000), 4_000)
    assert.equal(preparation(5_000, 1_000), 0)
    assert.equal(preparation(0, 9_000_000), 3_600_000)
  })
})

describe('serving at once', () => {
  const desk = (...rows: Parameters<typeof aView>[1]) => readDesk(aView(1, rows))

  it('C9 is for whoever sits at a counter and has nobody there', () => {
    assert.deepEqual(serveNow(desk(myCounter()), 'me'), { at: '1', why: null })
    const wrapUp = myCounter({ availability: 'wrap-up' })
    assert.deepEqual(serveNow(desk(wrapUp), 'me'), { at: '1', why: null })
  })

  it('C9 says why not: no counter, away, or somebody at the counter', () => {
    assert.deepEqual(serveNow(desk(aCounter('1')), 'me'), { at: null, why: 'no-counter' })
    const away = myCounter({ availability: 'break' })
    assert.deepEqual(serveNow(desk(away), 'me'), { at: null, why: 'away' })
    const visit = aVisit({ state: 'serving', agent: 'me', ticket: 'A007' })
    const busy = desk(myCounter({ visit: visit.id }), visit)
    assert.deepEqual(serveNow(busy, 'me'), { at: null, why: 'busy', ticket: 'A007' })
  })
})

describe('the count at the door', () => {
  const LATER = '2026-11-23T18:10:00.000Z'

  it('A22 takes whole numbers from none to five hundred', () => {
    assert.deepEqual([-1, 0, 12, 700].map(doorNumber), [0, 0, 12, 500])
    assert.equal(doorNumber(Number.NaN), null)
    assert.equal(doorNumber(1.5), null)
  })

  it('A22 says by how much it changed since the count before', () => {
    assert.equal(doorChange(null, { people: 3, at: AT }), null)
    assert.equal(doorChange({ people: 3, at: AT }, { people: 3, at: AT }), null)
    assert.equal(doorChange({ people: 7, at: AT }, { people: 3, at: LATER }), -4)
  })
})
