// What would help, in words: one sentence for each thing, as the office’s counters and services are called.
import { formatTime, type Advice, type Language } from '#protocol'
import type { FigureVoice } from '../words.ts'
import { countText, listText } from './figure-text.ts'
import type { OfficeFigures } from './now.ts'

/** So many names are said; of more, how many. */
const NAMED = 4
/** So many breaks are told one by one. */
const BREAKS = 3

export interface HelpVoice extends FigureVoice {
  readonly language: Language
  readonly doingWord: (doing: Extract<Advice, { do: 'back' }>['doing']) => string
}

/** The quickest first; empty while nobody waits for long. */
export function helpTexts(office: OfficeFigures, voice: HelpVoice): string[] {
  const advice = office.help?.advice ?? []
  const breaks = advice.filter((each) => each.do === 'back')
  const left = new Set<Advice>(breaks.slice(BREAKS))
  const text = textsOf(office, voice)
  return advice.filter((each) => !left.has(each)).map(text)
}

function textsOf(office: OfficeFigures, voice: HelpVoice): (advice: Advice) => string {
  const { say, count, language } = voice
  const services = new Map(office.services.map(({ service, name }) => [service, name[language]]))
  const counters = new Map(
    office.counters.map(({ counter, name, agentName }) => [
      counter,
      agentName === null ? name[language] : `${name[language]} (${agentName})`,
    ]),
  )
  const names = (
    codes: readonly string[],
    of: ReadonlyMap<string, string>,
    type: 'conjunction' | 'disjunction' = 'conjunction',
  ): string => {
    const all = codes.map((code) => of.get(code) ?? code)
    const others = all.length - NAMED
    const named = others > 1 ? [...all.slice(0, NAMED), count('now.help.others', others)] : all
    return listText(named, language, type)
  }
  const time = (at: string): string => formatTime(Date.parse(at), office.today.timeZone, language)
  const tickets = (each: number): string => count('now.help.tickets', each)

  function open({ counters: free, waiting, open: each }: Extract<Advice, { do: 'open' }>): string {
    const named = {
      ...{
        tickets: tickets(waiting),
        counters: names(free, counters, each === 0 ? 'conjunction' : 'disjunction'),
      },
      open: count('now.help.openCounters', each),
      each: countText(waiting / Math.max(1, each), language, 1),
      then: countText(waiting / (each + 1), language, 1),
    }
    if (each === 0)
      return count(free.length > 0 ? 'now.help.closed' : 'now.help.none', waiting, named)
    return count(free.length > 0 ? 'now.help.open' : 'now.help.allOpen', waiting, named)
  }

  return (advice) => {
    if (advice.do === 'open') return open(advice)
    const of = { services: names(advice.services, services) }
    switch (advice.do) {
      case 'call':
        return count('now.help.call', advice.counters.length, {
          ...{
            ...of,
            counters: names(advice.counters, counters),
            tickets: tickets(advice.tickets),
          },
        })
      case 'profile':
        return count('now.help.profile', advice.counters.length, {
          ...{ ...of, counters: names(advice.counters, counters) },
        })
      case 'untaken':
        return count('now.help.untaken', advice.tickets, of)
      case 'back': {
        const { counter, doing, since, backAt } = advice
        return say(backAt === null ? 'now.help.back' : 'now.help.backAt', {
          ...{ ...of, counter: names([counter], counters), tickets: tickets(advice.tickets) },
          ...{ doing: voice.doingWord(doing).toLocaleLowerCase(language), since: time(since) },
          ...(backAt === null ? {} : { backAt: time(backAt) }),
        })
      }
    }
  }
}
