// A fact of a visit's story in words: what it changed, where, by whom, and how long after the one before.
import { formatTime, type Language, type ToldFact, type VisitStory } from '#protocol'
import type { useWords } from '../i18n.ts'
import { factWord } from './office-now-story.ts'
import { durationText } from './time-text.ts'
import type { OfficeWords } from './use-office-words.ts'

export interface StoryWords {
  readonly say: ReturnType<typeof useWords>['say']
  readonly language: Language
  readonly office: Pick<OfficeWords, 'service' | 'counter' | 'priority' | 'outcome' | 'reason'> & {
    readonly timeZone: string
  }
}

export interface StoryLine {
  readonly seq: number
  readonly at: string
  readonly time: string
  /** What happened. */
  readonly what: string
  /** All that is known of it, one after another. */
  readonly details: readonly string[]
  /** How long after the fact before; empty: at once, or the first. */
  readonly later: string
}

/** The lines of a story, the first fact first. */
export function storyLines({ facts, formerServices }: VisitStory, given: StoryWords): StoryLine[] {
  const former = new Map(formerServices.map(({ code, name }) => [code, name[given.language]]))
  const service = (code: string): string => former.get(code) ?? given.office.service(code)
  const words = { ...given, office: { ...given.office, service } }
  return facts.map((fact, index) => {
    const before = facts[index - 1]
    const gap = before === undefined ? 0 : Date.parse(fact.at) - Date.parse(before.at)
    return {
      ...{ seq: fact.seq, at: fact.at, time: timeOf(fact.at, words) },
      what: words.say(factWord(fact.type)),
      details: detailsOf(fact, facts, words),
      later: gap < 1_000 ? '' : words.say('officeNow.story.later', { length: durationText(gap) }),
    }
  })
}

const timeOf = (at: string, { office, language }: StoryWords): string =>
  formatTime(Date.parse(at), office.timeZone, language)

function detailsOf(
  fact: ToldFact,
  facts: readonly ToldFact[],
  words: StoryWords,
): readonly string[] {
  const { say, office, language } = words
  const of = (name: Detail, value: string | number | null | undefined): string =>
    value === undefined || value === null ? '' : say(`officeNow.story.details.${name}`, { value })
  const time = (at: string | undefined): string | undefined => at && timeOf(at, words)
  const undone = facts.find(({ seq }) => seq === fact.undoes)
  return [
    (fact.services ?? []).map(office.service).join(', '),
    fact.quantity === undefined || fact.quantity === 1 ? '' : of('quantity', fact.quantity),
    fact.outcome === undefined ? '' : office.outcome(fact.outcome),
    fact.then === undefined ? '' : say(`officeNow.story.then.${fact.then}`),
    fact.priority === undefined ? '' : office.priority(fact.priority),
    of('bookedAt', time(fact.bookedAt)),
    of('people', fact.people),
    of('office', fact.officeName?.[language] ?? fact.office),
    fact.counter === undefined ? '' : office.counter(fact.counter),
    whyOf(fact, words),
    of('minutes', fact.minutes),
    of('agent', fact.agent),
    fact.reason === undefined ? '' : reasonWord(fact.reason, words),
    of('backAt', time(fact.backAt)),
    fact.leftBy === undefined ? '' : say(`officeNow.story.leftBy.${fact.leftBy}`),
    fact.endedAs === undefined ? '' : say(`officeNow.correct.${fact.endedAs}`),
    of('endedAt', time(fact.endedAt)),
    undone ? say(factWord(undone.type)) : '',
    byOf(fact, words),
  ].filter(Boolean)
}
type Detail =
  'quantity' | 'bookedAt' | 'people' | 'office' | 'minutes' | 'agent' | 'backAt' | 'endedAt'

function whyOf({ call }: ToldFact, { say }: StoryWords): string {
  if (!call) return ''
  const { rule, minutes = 0, candidates } = call
  const why = say(`officeNow.story.rules.${rule}`, { minutes })
  return candidates > 1 ? say('officeNow.story.ofMany', { why, count: candidates }) : why
}

function byOf({ by, actor }: ToldFact, { say }: StoryWords): string {
  if (by !== null) return say('officeNow.story.by', { name: by })
  return actor === 'staff' ? '' : say(`officeNow.story.actors.${actor}`)
}

/** A story does not say of which list its reason is. */
function reasonWord(code: string, { office }: StoryWords): string {
  const lists = ['correction', 'hold', 'reorder', 'away'] as const
  const list = lists.find((each) => office.reason(each, code) !== code)
  return list ? office.reason(list, code) : code
}
