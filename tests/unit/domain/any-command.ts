// Any command to an office, as a plan: see `day-steps.ts` for how its visits and instants are meant.
import fc from 'fast-check'
import type { Command } from '../../../server/domain/commands.ts'
import { STOP_REASONS } from '../../../server/domain/intake.ts'
import { anyRoomCommand } from './any-room-command.ts'
import { MINUTE } from './domain-builders.ts'

const agent = fc.constantFrom('ann', 'bob', 'cho', 'dee')
const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: rare })
const counter = mostly(fc.constantFrom('1', '2', '3', '4'), fc.constant('9'))
const service = mostly(fc.constantFrom('licence', 'health', 'tax'), fc.constant('unknown'))
const place = fc.constantFrom('kept' as const, 'first' as const, 'last' as const)
const language = fc.constantFrom('en' as const, 'fr' as const)
const kind = fc.constantFrom('usual', 'quick')
const priority = fc.constantFrom('normal', 'normal', 'priority', 'later')
const visit = fc.nat({ max: 11 }).map(String)
const minutes = (min: number, max: number) =>
  fc.integer({ min, max }).map((minute) => minute * MINUTE)
/** A key that may be absent. */
const maybe: { requiredKeys: [] } = { requiredKeys: [] }

const channel = fc.constantFrom('in-person' as const, 'in-person' as const, 'phone' as const)
const asked = fc.record({ service, channel, quantity: fc.integer({ min: 1, max: 3 }) })
const requests = fc.array(asked, { minLength: 1, maxLength: 3 })

const details = fc.record(
  {
    party: fc.integer({ min: 1, max: 4 }),
    counterKind: kind,
    bookedAt: minutes(-40, 40),
    unhurried: fc.constant(true as const),
  },
  maybe,
)
const arrival = {
  visit: fc.constant(''),
  requests,
  language,
  priority,
}
const arrive: fc.Arbitrary<Command> = fc.oneof(
  { weight: 1, arbitrary: service.map((each) => plainArrival(each)) },
  { weight: 1, arbitrary: service.map((each) => joining(each)) },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        do: fc.constant('arrive' as const),
        ...arrival,
        via: fc.constant('kiosk' as const),
        details,
        serveAt: counter,
      },
      { requiredKeys: ['do', 'visit', 'requests', 'language', 'priority', 'via'] },
    ),
  },
)

function plainArrival(code: string): Command {
  return {
    do: 'arrive',
    visit: '',
    requests: [{ service: code, channel: 'in-person', quantity: 1 }],
    language: 'en',
    priority: 'normal',
    via: 'kiosk',
  }
}

/** By phone, from afar. */
function joining(code: string): Command {
  const plain = plainArrival(code)
  return plain.do === 'arrive' ? { ...plain, via: 'phone', expected: true } : plain
}

const paper: fc.Arbitrary<Command> = fc
  .record({
    ...arrival,
    number: fc.integer({ min: 1, max: 30 }),
    ago: fc.array(minutes(0, 120), { minLength: 1, maxLength: 3 }),
    ended: fc.constantFrom('served' as const, 'left' as const),
    counter,
  })
  .map(({ ago, ended, ...ticket }): Command => {
    const [arrivedAt = 0, begunAt, endedAt] = ago.map((each) => -each).sort((a, b) => a - b)
    return {
      do: 'enter-paper-ticket',
      ...ticket,
      arrivedAt,
      ...(begunAt === undefined ? {} : { begunAt }),
      ...(endedAt === undefined ? {} : { endedAt, ended }),
    }
  })

const offline: fc.Arbitrary<Command> = fc
  .record({
    visit: fc.constant(''),
    requests,
    language,
    // Two kiosks, whose clocks may be wrong: an hour ahead, a day behind, and all between.
    number: fc.record({
      prefix: fc.constantFrom('K1', 'K2'),
      value: fc.integer({ min: 1, max: 40 }),
    }),
    arrivedAt: minutes(-1_500, 60),
    instead: fc.option(visit, { nil: undefined }),
  })
  .map(({ instead, ...ticket }): Command => ({
    do: 'join-offline-ticket',
    ...ticket,
    ...(instead === undefined ? {} : { instead }),
  }))

const anyone = fc.option(agent)
const counterKinds = fc.option(fc.subarray(['usual', 'quick'], { minLength: 1 }))
const languages = fc.option(fc.subarray(['en' as const, 'fr' as const], { minLength: 1 }))
const services = fc.option(fc.subarray(['licence', 'health', 'tax'], { minLength: 1 }))
const ofAgents: fc.Arbitrary<Command>[] = [
  fc.record(
    {
      do: fc.constant('take-counter' as const),
      counter,
      services,
      counterKinds,
      languages,
    },
    { requiredKeys: ['do', 'counter'] },
  ),
  fc.record({ do: fc.constant('take-counter' as const), counter, services }),
  fc.record({
    do: fc.constant('change-availability' as const),
    availability: fc.constantFrom('available' as const, 'break' as const, 'back-office' as const),
  }),
  fc.record(
    {
      do: fc.constant('sign-off' as const),
      open: fc.constantFrom('return' as const, 'hold' as const, 'finish' as const),
    },
    { requiredKeys: ['do'] },
  ),
]

const to = fc.oneof(
  fc.record({ service }),
  fc.record({ agent }),
  fc.record({ counter }),
  fc.record({ service, agent }),
)
const before = fc.record({ before: visit })
const simply = (...moves: ('recall' | 'no-show' | 'mark-times-wrong')[]) =>
  moves.map((move): fc.Arbitrary<Command> => fc.record({ do: fc.constant(move), visit }))
const withVisit = { requiredKeys: ['do', 'visit'] as const }

const ofVisits: fc.Arbitrary<Command>[] = [
  ...simply('recall', 'no-show', 'mark-times-wrong'),
  fc.record({ do: fc.constant('call' as const), visit, counter }, mutable(withVisit)),
  fc.record(
    { do: fc.constant('hold' as const), visit, backAt: minutes(-1, 60) },
    mutable(withVisit),
  ),
  fc.record({ do: fc.constant('return' as const), visit, place }),
  fc.record({ do: fc.constant('bring-back' as const), visit, place }),
  fc.record({ do: fc.constant('transfer' as const), visit, to, place }),
  fc.record({ do: fc.constant('assign' as const), visit, agent: anyone }),
  fc.record({
    do: fc.constant('reorder' as const),
    visit,
    to: fc.oneof(before, before, fc.constantFrom('first' as const, 'last' as const)),
    reason: mostly(fc.constant('asked'), fc.constant('unknown')),
  }),
  fc.record({
    do: fc.constant('add-request' as const),
    visit,
    request: asked,
    afterwards: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('switch-request' as const),
    visit,
    request: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record(
    {
      do: fc.constant('change' as const),
      visit,
      priority,
      request: fc.record({ id: fc.integer({ min: 1, max: 2 }), service }),
      visitDetails: fc.record({ counterKind: fc.option(kind), unhurried: fc.boolean() }, maybe),
      details: fc.constant(true),
    },
    mutable(withVisit),
  ),
  fc.record({ do: fc.constant('leave' as const), visit, by: fc.constant('staff' as const) }),
  fc.record({ do: fc.constant('more-time' as const), visit }),
  fc.record({ do: fc.constant('more-time' as const), visit }),
  fc.record({ do: fc.constant('be-present' as const), visit }),
  fc.record({ do: fc.constant('be-present' as const), visit }),
]

const correct: fc.Arbitrary<Command> = fc.record({
  do: fc.constant('correct' as const),
  visit,
  to: fc.constantFrom('served' as const, 'left' as const, 'no-show' as const),
  endedAt: minutes(-60, 1),
  reason: fc.constant('forgotten'),
})

const serviceOrAll = fc.option(service)
const ofIntake: fc.Arbitrary<Command>[] = [
  fc.record({
    do: fc.constant('stop-intake' as const),
    service: serviceOrAll,
    reason: fc.constantFrom(...STOP_REASONS),
  }),
  // More often than not it is soon taken up again, so that people arrive.
  ...[1, 2].map(() =>
    fc.record({ do: fc.constant('resume-intake' as const), service: serviceOrAll }),
  ),
]

function mutable<K>({ requiredKeys }: { readonly requiredKeys: readonly K[] }) {
  return { requiredKeys: [...requiredKeys] }
}

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 14, arbitrary: arrive },
  { weight: 1, arbitrary: paper },
  { weight: 1, arbitrary: offline },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('call-next' as const), counter }) },
  { weight: 4, arbitrary: fc.oneof(...ofAgents) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('begin' as const), visit }) },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        do: fc.constant('finish' as const),
        visit,
        outcome: mostly(fc.constant('done'), fc.constant('unknown')),
      },
      mutable(withVisit),
    ),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), visit }) },
  { weight: 14, arbitrary: fc.oneof(...ofVisits) },
  { weight: 1, arbitrary: correct },
  { weight: 1, arbitrary: fc.oneof(...ofIntake) },
  { weight: 1, arbitrary: anyRoomCommand },
  { weight: 1, arbitrary: fc.constant({ do: 'mind-clock' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('close-day' as const),
      day: mostly(fc.constant('2026-06-02'), fc.constant('2026-06-03')),
    }),
  },
)
