// Arbitrary office days for the property tests: any policy, any commands by anybody, and a runner
// that shows the office after each. In a planned command a visit is how many arrivals ago it came,
// and an instant is ms from when the command is run: `settled` makes both real.
import fc from 'fast-check'
import type { Command } from '../../../server/domain/commands.ts'
import type { Decision } from '../../../server/domain/decide.ts'
import { nextDue } from '../../../server/domain/due.ts'
import type { OfficeSettings, Policy } from '../../../server/domain/settings.ts'
import { USUAL_POLICY } from '../../../server/domain/settings-upcast.ts'
import { findVisit, type OfficeState } from '../../../server/domain/state.ts'
import type { Visit } from '../../../server/domain/visit.ts'
import { MINUTE, OPENING, someSettings, TestOffice } from './domain-builders.ts'
import { anyCommand } from './any-command.ts'

const name = { en: 'x', fr: 'x' }
const named = (...codes: string[]) => codes.map((code) => ({ code, name }))
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const mostlyTrue = fc.nat({ max: 4 }).map((n) => n > 0)

const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    credits: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -60, max: -1 })),
    appointmentCreditMinutes: fc.nat({ max: 40 }),
    appointmentGraceMinutes: fc.nat({ max: 30 }),
    raise: fc.oneof(
      fc.constant([]),
      fc.array(
        fc.record({
          service: fc.constantFrom('licence', 'health'),
          afterMinutes: fc.integer({ min: 1, max: 40 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    share: orNull(
      fc.record({
        walkIns: fc.integer({ min: 1, max: 4 }),
        appointments: fc.integer({ min: 1, max: 4 }),
      }),
    ),
    noShow: fc.record({
      afterRecalls: orNull(fc.integer({ min: 1, max: 2 })),
      afterSeconds: orNull(fc.integer({ min: 15, max: 120 })),
      waitsAgain: fc.nat({ max: 2 }),
      unhurried: fc.constantFrom('doubled' as const, 'never' as const),
    }),
    outcomeNeeded: fc.boolean(),
    wrapUpSeconds: fc.constantFrom(0, 30),
    heldComesBack: fc.boolean(),
  })
  .map(({ credits: [priority, later], ...policy }) => ({
    ...USUAL_POLICY,
    ...policy,
    classes: [
      { code: 'normal', name, creditMinutes: 0 },
      { code: 'priority', name, creditMinutes: priority },
      { code: 'later', name, creditMinutes: later },
    ],
  }))

export const anySettings: fc.Arbitrary<OfficeSettings> = fc
  .record({
    policy: anyPolicy,
    kinds: mostlyTrue,
    outcomes: fc.boolean(),
    lateMinutes: fc.nat({ max: 10 }),
    joins: mostlyTrue,
  })
  .map(({ policy, kinds, outcomes, lateMinutes, joins }) => ({
    ...someSettings(policy),
    ...(joins ? { joining: { lateMinutes, mostExpected: 5 } } : {}),
    counterKinds: kinds ? named('usual', 'quick') : [],
    outcomes: outcomes ? named('done', 'refused') : [],
    reasons: { hold: [], away: named('meal'), reorder: named('asked'), correction: [] },
  }))

export interface Step {
  readonly agent: string
  readonly seconds: number
  readonly overrule: boolean
  /** As people do: at one's own counter, with what is one's own. */
  readonly sensible: boolean
  readonly command: Command
}
export interface Day {
  readonly settings: OfficeSettings
  /** Whether the office's timer runs, as it does but while the server is down. */
  readonly timer: boolean
  readonly steps: readonly Step[]
}

export const anyStep: fc.Arbitrary<Step> = fc.record({
  agent: fc.constantFrom('ann', 'bob', 'cho', 'dee'),
  // Mostly seconds; sometimes hours, so that midnight is crossed and undo runs out.
  seconds: fc.oneof(
    { weight: 40, arbitrary: fc.nat({ max: 90 }) },
    { weight: 4, arbitrary: fc.nat({ max: 1_800 }) },
    { weight: 1, arbitrary: fc.nat({ max: 40_000 }) },
  ),
  overrule: fc.boolean(),
  sensible: mostlyTrue,
  command: anyCommand,
})

export const anyDay: fc.Arbitrary<Day> = fc.record({
  settings: anySettings,
  timer: fc.boolean(),
  steps: fc.array(anyStep, { minLength: 1, maxLength: 120, size: 'max' }),
})

/** What one step of a day came to. */
export interface Outcome {
  readonly command: Command
  readonly decision: Decision
  readonly before: OfficeState
}
export type Look = (office: TestOffice, seen: Visit[], outcome: Outcome) => void

/** Runs the day and shows the office after each step, with every visit there ever was. */
export function runDay({ settings, timer, steps }: Day, look: Look = () => undefined): TestOffice {
  const office = new TestOffice(settings)
  const ids: string[] = []
  const seen = new Map<string, Visit>()
  let seconds = 0
  for (const [index, step] of steps.entries()) {
    seconds += step.seconds
    if (timer) mindUntil(office, seconds)
    const outcome = takeStep(office, step, seconds, ids, `v${index}`)
    for (const visit of [...office.state.visits.values(), ...office.state.ended.values()])
      seen.set(visit.id, visit)
    look(office, [...seen.values()], outcome)
  }
  return office
}

/**
 * Takes a step, so many seconds after opening, about one of the visits `ids`; a visit that it brings
 * is called `fresh` and added to them.
 */
export function takeStep(
  office: TestOffice,
  step: Step,
  seconds: number,
  ids: string[],
  fresh: string,
): Outcome {
  const plan = settled(step.command, ids, fresh, OPENING + seconds * 1000)
  const before = office.state
  const { agent, command } = step.sensible
    ? sensible(before, step.agent, plan)
    : { ...step, command: plan }
  const decision = office.ask(agent, seconds / 60, command, step.overrule)
  if (decision.ok && isNew(command)) ids.push(decision.visit ?? command.visit)
  return { command, decision, before }
}

/** Whether it brings a visit of its own. */
function isNew(command: Command): command is Command & { visit: string } {
  return ['arrive', 'enter-paper-ticket', 'join-offline-ticket'].includes(command.do)
}

/** The office's clock strikes at each instant at which something is due, up to `seconds`. */
export function mindUntil(office: TestOffice, seconds: number): void {
  for (let strikes = 0; strikes < 500; strikes += 1) {
    const due = nextDue(office.state)
    if (due === null || due > OPENING + seconds * 1000) return
    office.ask('clock', (due - OPENING) / MINUTE, { do: 'mind-clock' }, true)
  }
  throw new Error('the clock strikes for ever')
}

/** Whoever has the visit acts on it, whoever did the last step undoes it, nobody changes counter. */
function sensible(
  state: OfficeState,
  agent: string,
  command: Command,
): { agent: string; command: Command } {
  const visit = 'visit' in command ? findVisit(state, command.visit) : undefined
  if (visit && command.do === 'undo') return { agent: visit.last.by, command }
  if (visit?.agent != null && command.do !== 'call') return { agent: visit.agent, command }
  const at = state.agents.get(agent)?.counter
  const isStaying = at !== undefined && command.do !== 'arrive' && 'counter' in command
  return { agent, command: isStaying ? { ...command, counter: at } : command }
}

const INSTANTS = ['bookedAt', 'backAt', 'arrivedAt', 'begunAt', 'endedAt']

function settled(command: Command, ids: readonly string[], fresh: string, now: number): Command {
  const nth = (ago: string): string => ids.at(-1 - (Number(ago) % ids.length)) ?? 'nobody'
  const real = (key: string, value: unknown): unknown => {
    if (key === 'visit') return isNew(command) ? fresh : nth(String(value))
    if (key === 'before' || key === 'instead') return nth(String(value))
    if (typeof value === 'number' && INSTANTS.includes(key)) return now + value
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).map(([each, one]) => [each, real(each, one)]))
  }
  return real('', command) as Command
}
