// One person's way from the first touch to a number. A number is asked for once: a second tap while
// the server is asked does nothing, and trying again after a failure repeats the very same request
// with the same idempotency key, so that no number is lost or given twice.
import { readonly, ref, shallowRef, type DeepReadonly, type Ref } from 'vue'
import { ApiError, type AccessNeed, type Language, type TicketAnswer } from '#protocol'
import type { TakeTicket, TicketRequest } from './take-ticket.ts'
import { askOf, NOTHING_CHOSEN, type Person, type VisitChoice } from './visit-choice.ts'

export type Step =
  'welcome' | 'services' | 'category' | 'search' | 'confirm' | 'person' | 'failed' | 'ticket'

export interface CheckInOptions {
  takeTicket: TakeTicket
  /** Whether no numbers are given for this service now. */
  isShut: (service: string) => boolean
  newKey: () => string
}

export interface CheckIn {
  step: Readonly<Ref<Step>>
  language: Readonly<Ref<Language>>
  category: Readonly<Ref<string | null>>
  choice: Readonly<Ref<VisitChoice>>
  isSending: Readonly<Ref<boolean>>
  /** Why no number could be given, while that is what stands on the screen. */
  failure: Readonly<Ref<ApiError['code'] | null>>
  ticket: DeepReadonly<Ref<TicketAnswer | null>>
  start(language: Language): void
  speak(language: Language): void
  openCategory(code: string): void
  openSearch(): void
  openPerson(): void
  choose(service: string): void
  addAnother(): void
  remove(service: string): void
  /** After a failure: something else instead; of several services, each can be removed. */
  chooseOther(): void
  answer(service: string, question: string, yes: boolean): void
  toggleNeed(need: AccessNeed): void
  leave(person: Person): void
  /** Asks for the number, for every chosen service that is not shut. */
  confirm(): Promise<void>
  tryAgain(): Promise<void>
  back(): void
  startOver(): void
}

export function useCheckIn({ takeTicket, isShut, newKey }: CheckInOptions): CheckIn {
  const step = ref<Step>('welcome')
  const language = ref<Language>('en')
  const category = ref<string | null>(null)
  const choice = shallowRef<VisitChoice>(NOTHING_CHOSEN)
  const isSending = ref(false)
  const failure = ref<ApiError['code'] | null>(null)
  const ticket = shallowRef<TicketAnswer | null>(null)
  /** Where the last service was chosen: going back leads there. */
  let chosenAt: Step = 'services'
  /** Sent, and its answer may have been lost: kept until it is known. */
  let attempt: TicketRequest | null = null

  function change(to: Partial<VisitChoice>): void {
    if (!isSending.value) choice.value = { ...choice.value, ...to }
  }

  function choose(code: string): void {
    if (isSending.value) return
    const { services } = choice.value
    if (!services.includes(code)) change({ services: [...services, code] })
    chosenAt = step.value
    step.value = 'confirm'
  }

  function remove(code: string): void {
    change({ services: choice.value.services.filter((each) => each !== code) })
    if (choice.value.services.length === 0) step.value = 'services'
  }

  function chooseOther(): void {
    if (choice.value.services.length > 1) back()
    else {
      change({ services: [] })
      if (!isSending.value) step.value = 'services'
    }
  }

  function answer(service: string, question: string, yes: boolean): void {
    const others = choice.value.answers.filter(
      (each) => each.service !== service || each.question !== question,
    )
    change({ answers: [...others, { service, question, yes }] })
  }

  function toggleNeed(need: AccessNeed): void {
    const { needs } = choice.value
    change({
      needs: needs.includes(need) ? needs.filter((each) => each !== need) : [...needs, need],
    })
  }

  async function confirm(): Promise<void> {
    const services = choice.value.services.filter((code) => !isShut(code))
    if (isSending.value || services.length === 0) return
    const ask = askOf({ ...choice.value, services }, language.value)
    const isSameAsk = JSON.stringify(attempt?.ask.requests) === JSON.stringify(ask.requests)
    if (!isSameAsk) attempt = { key: newKey(), ask }
    await tryAgain()
  }

  async function tryAgain(): Promise<void> {
    if (isSending.value || !attempt) return
    isSending.value = true
    try {
      ticket.value = await takeTicket(attempt)
      attempt = null
      failure.value = null
      step.value = 'ticket'
    } catch (error) {
      failure.value = error instanceof ApiError ? error.code : 'unexpected'
      step.value = 'failed'
    } finally {
      isSending.value = false
    }
  }

  function back(): void {
    if (isSending.value) return
    const { services } = choice.value
    if (step.value === 'failed' || step.value === 'person') step.value = 'confirm'
    else if (step.value === 'confirm') {
      change({ services: services.slice(0, -1) })
      step.value = chosenAt
    } else if (step.value === 'category' || step.value === 'search') step.value = 'services'
    else if (services.length > 0) step.value = 'confirm'
    else startOver()
  }

  function startOver(): void {
    if (isSending.value) return
    step.value = 'welcome'
    language.value = 'en'
    category.value = null
    choice.value = NOTHING_CHOSEN
    failure.value = null
    ticket.value = null
    attempt = null
  }

  return {
    step: readonly(step),
    language: readonly(language),
    category: readonly(category),
    choice,
    isSending: readonly(isSending),
    failure: readonly(failure),
    ticket,
    start: (chosen) => {
      language.value = chosen
      step.value = 'services'
    },
    speak: (chosen) => {
      language.value = chosen
    },
    openCategory: (code) => {
      category.value = code
      step.value = 'category'
    },
    openSearch: () => {
      step.value = 'search'
    },
    openPerson: () => {
      if (!isSending.value) step.value = 'person'
    },
    choose,
    addAnother: () => {
      if (!isSending.value) step.value = 'services'
    },
    remove,
    chooseOther,
    answer,
    toggleNeed,
    leave: (person) => {
      change(person)
      step.value = 'confirm'
    },
    confirm,
    tryAgain,
    back,
    startOver,
  }
}
