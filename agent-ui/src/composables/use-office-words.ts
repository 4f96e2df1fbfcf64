// The office's own words for its codes, in the language of the screen: services, counters, priority
// classes, kinds of counter, outcomes, reasons. Only a change of the office's settings draws them anew.
import { computed, inject, provide, type InjectionKey, type Ref } from 'vue'
import type { RulesRow, ServiceInfo, Words } from '#protocol'
import { useWords } from '../i18n.ts'
import type { Desk } from './desk-rows.ts'
import { NO_RULES } from './no-rules.ts'

type Named = Readonly<{ code: string; name: Words }>

export interface OfficeWords {
  readonly rules: Readonly<Ref<RulesRow>>
  readonly services: Readonly<Ref<readonly ServiceInfo[]>>
  readonly timeZone: Readonly<Ref<string>>
  service(code: string): string
  counter(code: string): string
  priority(code: string): string
  counterKind(code: string): string
  outcome(code: string): string
  reason(kind: keyof RulesRow['reasons'], code: string): string
}

const KEY: InjectionKey<OfficeWords> = Symbol('office words')

export function provideOfficeWords(desk: Readonly<Ref<Desk | null>>): OfficeWords {
  const { locale } = useWords()
  const office = computed(() => desk.value?.office ?? null)
  const rules = computed(() => desk.value?.rules ?? NO_RULES)

  function names(list: () => readonly Named[]): (code: string) => string {
    const byCode = computed(
      () => new Map(list().map(({ code, name }) => [code, name[locale.value]])),
    )
    return (code) => byCode.value.get(code) ?? code
  }
  const reasons = {
    hold: names(() => rules.value.reasons.hold),
    away: names(() => rules.value.reasons.away),
    reorder: names(() => rules.value.reasons.reorder),
    correction: names(() => rules.value.reasons.correction),
  }
  const words: OfficeWords = {
    rules,
    services: computed(() => office.value?.services ?? []),
    timeZone: computed(() => office.value?.timeZone ?? 'UTC'),
    service: names(() => office.value?.services ?? []),
    counter: names(() => office.value?.counters ?? []),
    priority: names(() => rules.value.classes),
    counterKind: names(() => rules.value.counterKinds),
    outcome: names(() => rules.value.outcomes),
    reason: (kind, code) => reasons[kind](code),
  }
  provide(KEY, words)
  return words
}

export function useOfficeWords(): OfficeWords {
  const words = inject(KEY)
  if (!words) throw new Error('no words of an office were provided')
  return words
}
