// The words reports are made with: offices, regions, services, categories, programmes and outcomes by
// their names, in the language of the screen. What no office has any more is called as it was last, and is not offered as a
// choice; a code that none ever knew stays a code.
import { computed, inject, provide, type InjectionKey } from 'vue'
import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  type Grouping,
  type ReportOffice,
  type ReportWords,
  type Words,
} from '#protocol'
import { useWords } from '../../../src/i18n.ts'
import { useFigureWords } from '../words.ts'

type Named = readonly { readonly code: string; readonly name: Words }[]
/** What has names that offices give. */
export type NamedKind =
  'offices' | 'regions' | 'services' | 'categories' | 'programmes' | 'agentGroups'

export interface Choice {
  readonly code: string
  readonly name: string
}

export interface ReportNames {
  readonly words: ReportWords
  /** The day it is, in the first office. */
  readonly today: string
  name(kind: NamedKind, code: string): string
  office(code: string): ReportOffice | undefined
  agent(id: string): string
  choices(kind: NamedKind): readonly Choice[]
  /** A group of a report by its key. */
  group(by: Grouping, key: string): string
}

const KEY: InjectionKey<ReportNames> = Symbol('report words')

export function provideReportNames(
  words: ReportWords,
  timeText: (by: Grouping, key: string) => string,
): ReportNames {
  const { language, say } = useFigureWords()
  const desk = useWords()
  const tables = computed(() => ({
    offices: byCode(words.offices),
    regions: byCode(words.regions),
    services: byCode(words.services),
    categories: byCode(words.categories),
    programmes: byCode(words.programmes),
    agentGroups: byCode(words.agentGroups),
  }))
  const former = computed((): Partial<Record<NamedKind, ReadonlyMap<string, string>>> => ({
    services: byCode(words.former.services),
    categories: byCode(words.former.categories),
    programmes: byCode(words.former.programmes),
  }))
  const byCode = (named: Named): ReadonlyMap<string, string> =>
    new Map(named.map(({ code, name }) => [code, name[language.value]]))
  const agents = new Map(words.agents.map(({ id, name }) => [id, name]))
  const offices = new Map(words.offices.map((office) => [office.code, office]))

  function name(kind: NamedKind, code: string): string {
    const known = tables.value[kind].get(code) ?? former.value[kind]?.get(code)
    if (known !== undefined || code === '') return known ?? code
    return kind === 'services' ? say('table.serviceGone', { code }) : code
  }
  const agent = (id: string): string => agents.get(id) ?? say('table.agentUnnamed')
  const channel = (code: string): string => {
    const known = CHANNELS.find((each) => each === code)
    return known ? desk.say(`channels.${known}`) : code
  }
  const kindOrOutcome = (by: 'kind' | 'outcome', key: string): string => {
    const kind = KINDS.find((each) => each === key)
    const outcome = OUTCOMES.find((each) => each === key)
    if (by === 'kind' && kind) return say(`kinds.${kind}`)
    return outcome ? say(`outcomes.${outcome}`) : key
  }
  const kindOf: Partial<Record<Grouping, NamedKind>> = {
    office: 'offices',
    service: 'services',
    category: 'categories',
    programme: 'programmes',
  }
  const names: ReportNames = {
    words,
    today: words.offices[0]?.today ?? words.at.slice(0, 10),
    name,
    office: (code) => offices.get(code),
    agent,
    choices: (kind) =>
      [...tables.value[kind]]
        .map(([code, text]) => ({ code, name: text }))
        .sort((a, b) => a.name.localeCompare(b.name, language.value)),
    group(by, key) {
      // Of services that are in no settings any more, neither category nor programme is known.
      if (key === '' && (by === 'category' || by === 'programme')) return say('cost.noProgramme')
      const kind = kindOf[by]
      if (kind) return name(kind, key)
      if (by === 'channel') return channel(key)
      if (by === 'kind' || by === 'outcome') return kindOrOutcome(by, key)
      if (by === 'agent') return agent(key)
      return timeText(by, key)
    },
  }
  provide(KEY, names)
  return names
}

export function useReportNames(): ReportNames {
  const names = inject(KEY)
  if (!names) throw new Error('no words of reports were provided')
  return names
}
