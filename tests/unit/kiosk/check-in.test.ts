// The way from the first touch to a number: nothing lost, nothing doubled.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ApiError, type ProblemCode, type TicketAnswer } from '#protocol'
import { SAMPLE_PROBLEM, SAMPLE_TICKET } from '#protocol/samples'
import {
  menuOf,
  servicesIn,
  type MenuCategory,
} from '../../../kiosk/src/composables/service-menu.ts'
import type { TicketRequest } from '../../../kiosk/src/composables/take-ticket.ts'
import { useCheckIn } from '../../../kiosk/src/composables/useCheckIn.ts'

const name = (word: string) => ({ en: word, fr: word })
const OFFICE = {
  categories: [
    { code: 'driving', name: name('driving') },
    { code: 'empty', name: name('empty') },
    { code: 'health', name: name('health') },
  ],
  services: [
    { code: 'licence', name: name('licence'), category: 'driving' },
    { code: 'road-test', name: name('road-test'), category: 'driving' },
    { code: 'plan', name: name('plan'), category: 'health' },
  ],
}

/** A kiosk whose server answers in turn with what is given, and then with tickets. */
function aKiosk(menu: MenuCategory[] = menuOf(OFFICE), ...answers: (ProblemCode | 'cut')[]) {
  const asked: TicketRequest[] = []
  let keys = 0
  const checkIn = useCheckIn({
    menu: () => menu,
    newKey: () => `key-${(keys += 1)}`,
    takeTicket(request) {
      asked.push(structuredClone(request))
      const answer = answers.shift()
      if (answer === undefined) return Promise.resolve<TicketAnswer>(SAMPLE_TICKET)
      const problem = answer === 'cut' ? null : { ...SAMPLE_PROBLEM, code: answer }
      return Promise.reject(new ApiError(problem))
    },
  })
  return { checkIn, asked }
}

describe('checking in', () => {
  it('goes from language to category to service to a ticket, asking once', async () => {
    const { checkIn, asked } = aKiosk()

    checkIn.start('fr')
    assert.equal(checkIn.step.value, 'category')
    checkIn.openCategory('driving')
    assert.equal(checkIn.step.value, 'service')
    await checkIn.choose('licence')

    assert.equal(checkIn.step.value, 'ticket')
    assert.equal(checkIn.ticket.value?.ticket, SAMPLE_TICKET.ticket)
    assert.deepEqual(asked, [
      { key: 'key-1', ask: { requests: [{ service: 'licence' }], language: 'fr' } },
    ])
  })

  it('leaves out categories without a service, and the question when one is left', () => {
    const menu = menuOf({ ...OFFICE, services: OFFICE.services.slice(0, 2) })
    const { checkIn } = aKiosk(menu)

    checkIn.start('en')

    assert.equal(checkIn.step.value, 'service')
    assert.deepEqual(
      servicesIn(menu, null).map(({ code }) => code),
      ['licence', 'road-test'],
    )
    checkIn.back()
    assert.equal(checkIn.step.value, 'welcome')
  })

  it('takes one ticket from an impatient finger', async () => {
    const { checkIn, asked } = aKiosk()
    checkIn.start('en')
    checkIn.openCategory('driving')

    await Promise.all([
      checkIn.choose('licence'),
      checkIn.choose('licence'),
      checkIn.choose('road-test'),
    ])

    assert.equal(asked.length, 1)
    assert.equal(checkIn.service.value, 'licence')
  })

  it('tries again once for an impatient finger', async () => {
    const { checkIn, asked } = aKiosk(undefined, 'cut')
    checkIn.start('en')
    checkIn.openCategory('driving')
    await checkIn.choose('licence')

    await Promise.all([checkIn.tryAgain(), checkIn.tryAgain()])

    assert.equal(asked.length, 2)
  })

  it('neither goes back nor starts over while the server is asked', async () => {
    const { checkIn } = aKiosk()
    checkIn.start('en')
    checkIn.openCategory('driving')

    const sending = checkIn.choose('licence')
    checkIn.back()
    checkIn.startOver()
    assert.equal(checkIn.step.value, 'service')
    await sending

    assert.equal(checkIn.step.value, 'ticket')
  })

  it('keeps the choice after a failure and tries again with the very same request and key', async () => {
    const { checkIn, asked } = aKiosk(undefined, 'cut', 'database-busy')
    checkIn.start('en')
    checkIn.openCategory('driving')

    await checkIn.choose('licence')
    assert.equal(checkIn.step.value, 'failed')
    assert.equal(checkIn.failure.value, 'unreachable')
    assert.equal(checkIn.service.value, 'licence')
    checkIn.speak('fr')
    await checkIn.tryAgain()
    assert.equal(checkIn.failure.value, 'database-busy')
    await checkIn.tryAgain()

    assert.equal(checkIn.step.value, 'ticket')
    assert.equal(checkIn.failure.value, null)
    assert.equal(asked.length, 3)
    assert.deepEqual(asked[1], asked[0])
    assert.deepEqual(asked[2], asked[0])
  })

  it('uses the same key for the same service chosen again, and a new one for another', async () => {
    const { checkIn, asked } = aKiosk(undefined, 'cut', 'cut')
    checkIn.start('en')
    checkIn.openCategory('driving')

    await checkIn.choose('licence')
    checkIn.back()
    await checkIn.choose('licence')
    checkIn.back()
    await checkIn.choose('road-test')

    assert.deepEqual(
      asked.map(({ ask, key }) => [ask.requests[0]?.service, key]),
      [
        ['licence', 'key-1'],
        ['licence', 'key-1'],
        ['road-test', 'key-2'],
      ],
    )
  })

  it('forgets one person entirely before the next', async () => {
    const { checkIn, asked } = aKiosk(undefined, 'cut')
    checkIn.start('fr')
    checkIn.openCategory('driving')
    await checkIn.choose('licence')

    checkIn.startOver()
    checkIn.start('en')
    checkIn.openCategory('driving')
    await checkIn.choose('licence')

    assert.deepEqual(
      asked.map(({ ask, key }) => [ask.language, key]),
      [
        ['fr', 'key-1'],
        ['en', 'key-2'],
      ],
    )
    checkIn.startOver()
    assert.equal(checkIn.ticket.value, null)
    assert.equal(checkIn.category.value, null)
    assert.equal(checkIn.service.value, null)
    assert.equal(checkIn.step.value, 'welcome')
  })

  it('steps back one question at a time', () => {
    const { checkIn } = aKiosk()
    checkIn.start('en')
    checkIn.openCategory('health')

    checkIn.back()
    assert.equal(checkIn.step.value, 'category')
    checkIn.back()
    assert.equal(checkIn.step.value, 'welcome')
  })
})
