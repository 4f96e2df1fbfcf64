// What paid time went into: each instant once, and the lines add up to what was recorded.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { CHANNELS } from '../../../server/domain/facts.ts'
import { DOINGS } from '../../../server/domain/figures/keys.ts'
import {
  worked,
  type Attention,
  type Line,
  type Presence,
} from '../../../server/domain/cost/worked-time.ts'
import { rounds } from '../../support/long.ts'

const MINUTE = 60_000
const DAY = { from: 0, to: 1440 * MINUTE }

const present = (
  from: number,
  to: number,
  doing: Presence['doing'] = 'idle',
  agent = 'ann',
): Presence => ({ agent, doing, from: from * MINUTE, to: to * MINUTE })

const given = (
  kind: Attention['kind'],
  from: number,
  to: number,
  more: Partial<Attention> = {},
): Attention => ({
  ...{ visit: 'v1', request: 1, kind, agent: 'ann', service: 'notary', channel: 'in-person' },
  ...{ transactions: 0, from: from * MINUTE, to: to * MINUTE, ...more },
})

/** `step or apart: from to`, in minutes. */
const told = (lines: readonly Line[]): string[] =>
  lines.map(
    (each) => `${String(each.step ?? each.apart)}: ${each.from / MINUTE} ${each.to / MINUTE}`,
  )

describe('F27 what paid time went into', () => {
  it('is a step of the visit while somebody is called and served, and idle before and after', () => {
    const lines = worked([present(0, 60)], [given('called', 10, 12), given('serving', 12, 30)], DAY)

    assert.deepEqual(told(lines), ['idle: 0 10', 'call: 10 12', 'service: 12 30', 'idle: 30 60'])
  })

  it('is wrap-up of the visit that was served last', () => {
    const lines = worked(
      [present(0, 20), present(20, 25, 'wrap-up'), present(25, 30)],
      [given('serving', 5, 10, { visit: 'old' }), given('serving', 12, 20, { visit: 'new' })],
      DAY,
    )

    assert.equal(lines.find(({ step }) => step === 'wrap-up')?.visit, 'new')
    assert.equal(told(lines).at(-1), 'idle: 25 30')
  })

  it('is wrap-up of nobody, shown apart, where nobody was served before', () => {
    assert.deepEqual(told(worked([present(0, 5, 'wrap-up')], [], DAY)), ['wrap-up: 0 5'])
    assert.equal(worked([present(0, 5, 'wrap-up')], [], DAY)[0]?.step, null)
  })

  it('is hold while the agent is available with nobody else, and never on a break', () => {
    const lines = worked(
      [present(0, 20), present(20, 30, 'break'), present(30, 40)],
      [given('held', 5, 35), given('serving', 10, 15, { visit: 'v2' })],
      DAY,
    )

    assert.deepEqual(told(lines), [
      ...['idle: 0 5', 'hold: 5 10', 'service: 10 15', 'hold: 15 20'],
      ...['break: 20 30', 'hold: 30 35', 'idle: 35 40'],
    ])
  })

  it('counts time with two visits once: for the one begun first', () => {
    const lines = worked(
      [present(0, 30)],
      [given('serving', 0, 20), given('serving', 10, 30, { visit: 'v2' })],
      DAY,
    )

    assert.deepEqual(
      lines.map(({ visit, from, to }) => [visit, from / MINUTE, to / MINUTE]),
      [
        ['v1', 0, 20],
        ['v2', 20, 30],
      ],
    )
  })

  it('makes work by phone, and work with nobody there, steps of their own', () => {
    const steps = CHANNELS.map(
      (channel) => worked([], [given('serving', 0, 1, { channel })], DAY)[0]?.step,
    )

    assert.deepEqual(
      Object.fromEntries(CHANNELS.map((channel, index) => [channel, steps[index]])),
      {
        ...{ 'in-person': 'service', video: 'service', chat: 'service', phone: 'phone' },
        ...{ email: 'back-office', mail: 'back-office', 'back-office': 'back-office' },
      },
    )
  })

  it('counts service by somebody who was not signed in, and cuts off what is outside the period', () => {
    const lines = worked([], [given('serving', -10, 5, { agent: null })], DAY)

    assert.deepEqual(told(lines), ['service: 0 5'])
  })

  it('costs no night of a visit that was forgotten, by somebody known to have gone', () => {
    const lines = worked([present(0, 30)], [given('serving', 10, 900)], DAY)

    assert.deepEqual(told(lines), ['idle: 0 10', 'service: 10 30'])
  })

  it('keeps the transactions of a request whose every minute went to another visit', () => {
    const lines = worked(
      [],
      [given('serving', 0, 20), given('serving', 5, 10, { visit: 'v2', transactions: 3 })],
      DAY,
    )

    const [line] = lines.filter(({ visit }) => visit === 'v2')
    assert.equal(line?.transactions, 3)
    assert.equal(line.from, line.to)
  })

  const instant = fc.integer({ min: -50, max: 200 })
  const stretch = fc.tuple(instant, fc.integer({ min: 1, max: 60 }))
  const anyPresences = fc
    .array(fc.record({ pause: fc.nat(20), length: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 8,
    })
    .chain((list) =>
      fc
        .array(fc.constantFrom(...DOINGS), {
          minLength: list.length,
          maxLength: list.length,
        })
        .map((doings) => {
          let at = -20
          return list.map(({ pause, length }, index) => {
            const from = at + pause
            at = from + length
            return { agent: 'ann', doing: doings[index]!, from, to: at }
          })
        }),
    )
  const anyAttention = fc
    .record({
      visit: fc.constantFrom('v1', 'v2', 'v3'),
      kind: fc.constantFrom('preparation', 'called', 'serving', 'held'),
      channel: fc.constantFrom(...CHANNELS),
      transactions: fc.nat(3),
      at: stretch,
    } as const)
    .map(({ at: [from, length], ...rest }): Attention => {
      const who = { agent: 'ann', request: 1, service: 'notary' }
      return { ...rest, ...who, from, to: from + length }
    })

  it(`@long adds up, exactly, to the time that anything is known of`, function () {
    this.timeout(120_000)
    const period = { from: 0, to: 150 }
    fc.assert(
      fc.property(
        anyPresences,
        fc.array(anyAttention, { maxLength: 8 }),
        (presences, attentions) => {
          const lines = worked(presences, attentions, period)

          const isKnown = presences.some(({ from, to }) => from < period.to && to > period.from)
          const active = [
            ...presences,
            ...attentions.filter(
              ({ kind }) => kind === 'preparation' || (!isKnown && kind !== 'held'),
            ),
          ]
          let known = 0
          for (let at = period.from; at < period.to; at += 1)
            if (active.some(({ from, to }) => from <= at && at < to)) known += 1
          const sum = lines.reduce((total, { from, to }) => total + (to - from), 0)
          assert.equal(sum, known)
          const inOrder = lines.filter(({ from, to }) => from < to)
          inOrder.forEach((line, index) => {
            assert.ok(line.from >= (inOrder[index - 1]?.to ?? period.from))
            assert.ok((line.step === null) !== (line.apart === null))
          })
          const finished = attentions.filter(({ to }) => to > period.from && to <= period.to)
          assert.equal(
            lines.reduce((total, { transactions }) => total + transactions, 0),
            finished.reduce((total, { transactions }) => total + transactions, 0),
          )
        },
      ),
      { numRuns: rounds(300, 20_000) },
    )
  })
})
