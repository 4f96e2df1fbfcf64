// The way from the first touch to a number: nothing lost, nothing doubled.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ApiError, type ProblemCode, type TicketAnswer } from '#protocol'
import { SAMPLE_PROBLEM, SAMPLE_TICKET } from '#protocol/samples'
import type { TicketRequest } from '../../../kiosk/src/composables/take-ticket.ts'
import { useCheckIn } from '../../../kiosk/src/composables/useCheckIn.ts'

/** A kiosk whose server answers in turn with what is given, and then with tickets. */
function aKiosk(...answers: (ProblemCode | 'cut')[]) {
  const asked: TicketRequest[] = []
  const shut = new Set<string>()
  let keys = 0
  const checkIn = useCheckIn({
    isShut: (service) => shut.has(service),
    newKey: () => `key-${(keys += 1)}`,
    takeTicket(request) {
      asked.push(structuredClone(request))
      const answer = answers.shift()
      if (answer === undefined) return Promise.resolve<TicketAnswer>(SAMPLE_TICKET)
      const problem = answer === 'cut' ? null : { ...SAMPLE_PROBLEM, code: answer }
      return Promise.reject(new ApiError(problem))
    },
  })
  return { checkIn, asked, shut }
}

describe('checking in', () => {
  it('A1 goes from language to a service to a ticket in three touches, asking once', async () => {
    const { checkIn, asked } = aKiosk()

    checkIn.start('fr')
    assert.equal(checkIn.step.value, 'services')
    checkIn.choose('licence')
    assert.equal(checkIn.step.value, 'confirm')
    await checkIn.confirm()

    assert.equal(checkIn.step.value, 'ticket')
    assert.equal(checkIn.ticket.value?.ticket, SAMPLE_TICKET.ticket)
    assert.deepEqual(asked, [
      { key: 'key-1', ask: { requests: [{ service: 'licence' }], language: 'fr' } },
    ])
  })

  it('A5 puts several services on one ticket, each once, in the order of choosing', async () => {
    const { checkIn, asked } = aKiosk()
    checkIn.start('en')
    for (const code of ['plan', 'licence', 'plan', 'notary']) {
      checkIn.choose(code)
      checkIn.addAnother()
    }
    checkIn.choose('notary')
    checkIn.remove('licence')
    await checkIn.confirm()

    assert.deepEqual(asked[0]?.ask.requests, [{ service: 'plan' }, { service: 'notary' }])
  })

  it('A8 A9 A24 sends what was told with the ticket, and nothing that was not', async () => {
    const { checkIn, asked } = aKiosk()
    checkIn.start('en')
    checkIn.choose('licence')
    checkIn.choose('plan')
    checkIn.answer('licence', 'lost', true)
    checkIn.answer('licence', 'lost', false)
    checkIn.answer('plan', 'newborn', true)
    checkIn.remove('plan')
    checkIn.toggleNeed('seat')
    checkIn.toggleNeed('escort')
    checkIn.toggleNeed('seat')
    checkIn.leave({ name: '  Ann ', phone: '', mayBeCalledByName: true })
    await checkIn.confirm()

    assert.deepEqual(asked[0]?.ask, {
      requests: [{ service: 'licence' }],
      language: 'en',
      answers: [{ service: 'licence', question: 'lost', yes: false }],
      needs: ['escort'],
      name: 'Ann',
      mayBeCalledByName: true,
    })
  })

  it('takes one ticket from an impatient finger', async () => {
    const { checkIn, asked } = aKiosk()
    checkIn.start('en')
    checkIn.choose('licence')

    const sending = Array.from({ length: 10 }, () => checkIn.confirm())
    checkIn.choose('road-test')
    checkIn.remove('licence')
    await Promise.all(sending)

    assert.equal(asked.length, 1)
    assert.deepEqual(checkIn.choice.value.services, ['licence'])
  })

  it('tries again once for an impatient finger', async () => {
    const { checkIn, asked } = aKiosk('cut')
    checkIn.start('en')
    checkIn.choose('licence')
    await checkIn.confirm()

    await Promise.all([checkIn.tryAgain(), checkIn.tryAgain()])

    assert.equal(asked.length, 2)
  })

  it('neither goes back nor starts over while the server is asked', async () => {
    const { checkIn } = aKiosk()
    checkIn.start('en')
    checkIn.choose('licence')

    const sending = checkIn.confirm()
    checkIn.back()
    checkIn.addAnother()
    checkIn.openPerson()
    checkIn.startOver()
    assert.equal(checkIn.step.value, 'confirm')
    await sending

    assert.equal(checkIn.step.value, 'ticket')
  })

  it('B17 asks for what is not shut, and for nothing when all of it is', async () => {
    const { checkIn, asked, shut } = aKiosk()
    checkIn.start('en')
    checkIn.choose('licence')
    shut.add('licence')
    await checkIn.confirm()
    assert.equal(asked.length, 0)

    checkIn.addAnother()
    checkIn.choose('plan')
    await checkIn.confirm()
    assert.deepEqual(asked[0]?.ask.requests, [{ service: 'plan' }])
  })

  it('keeps the choice after a failure and tries again with the very same request and key', async () => {
    const { checkIn, asked } = aKiosk('cut', 'database-busy')
    checkIn.start('en')
    checkIn.choose('licence')

    await checkIn.confirm()
    assert.equal(checkIn.step.value, 'failed')
    assert.equal(checkIn.failure.value, 'unreachable')
    assert.deepEqual(checkIn.choice.value.services, ['licence'])
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

  it('uses the same key for the same services asked for again, and a new one for others', async () => {
    const { checkIn, asked } = aKiosk('cut', 'cut')
    checkIn.start('en')
    checkIn.choose('licence')

    await checkIn.confirm()
    checkIn.back()
    await checkIn.confirm()
    checkIn.chooseOther()
    assert.equal(checkIn.step.value, 'services')
    checkIn.choose('road-test')
    await checkIn.confirm()

    assert.deepEqual(
      asked.map(({ ask, key }) => [ask.requests, key]),
      [
        [[{ service: 'licence' }], 'key-1'],
        [[{ service: 'licence' }], 'key-1'],
        [[{ service: 'road-test' }], 'key-2'],
      ],
    )
  })

  it('lets whoever asked for several things take one back after a failure', async () => {
    const { checkIn, asked } = aKiosk('service-withdrawn')
    checkIn.start('en')
    checkIn.choose('licence')
    checkIn.choose('plan')
    await checkIn.confirm()
    checkIn.chooseOther()
    assert.equal(checkIn.step.value, 'confirm')
    checkIn.remove('licence')
    await checkIn.confirm()
    assert.deepEqual(asked[1]?.ask.requests, [{ service: 'plan' }])
  })

  it('forgets one person entirely before the next', async () => {
    const { checkIn, asked } = aKiosk('cut')
    checkIn.start('fr')
    checkIn.openCategory('driving')
    checkIn.choose('licence')
    checkIn.answer('licence', 'lost', true)
    checkIn.toggleNeed('seat')
    checkIn.leave({ name: 'Ann', phone: '250 555 0100', mayBeCalledByName: true })
    await checkIn.confirm()

    checkIn.startOver()
    checkIn.start('en')
    checkIn.choose('licence')
    await checkIn.confirm()

    assert.deepEqual(asked[1], {
      key: 'key-2',
      ask: { requests: [{ service: 'licence' }], language: 'en' },
    })
    checkIn.startOver()
    assert.equal(checkIn.ticket.value, null)
    assert.equal(checkIn.category.value, null)
    assert.deepEqual(checkIn.choice.value.services, [])
    assert.equal(checkIn.step.value, 'welcome')
  })

  it('steps back one choice at a time', () => {
    const { checkIn } = aKiosk()
    const back = () => {
      checkIn.back()
      return checkIn.step.value
    }
    checkIn.start('en')
    checkIn.choose('notary')
    checkIn.addAnother()
    checkIn.openCategory('health')
    checkIn.choose('plan')
    checkIn.openPerson()

    assert.equal(back(), 'confirm')
    assert.equal(back(), 'category')
    assert.deepEqual(checkIn.choice.value.services, ['notary'])
    assert.equal(back(), 'services')
    assert.equal(back(), 'confirm')
    checkIn.remove('notary')
    assert.equal(checkIn.step.value, 'services')
    assert.equal(back(), 'welcome')
  })
})
