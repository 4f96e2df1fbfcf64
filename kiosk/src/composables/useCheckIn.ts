// One person's way from the first touch to a number. Each choice is asked for once: a second tap
// while the server is asked does nothing, and trying again after a failure repeats the very same
// request with the same idempotency key, so that no number is lost or given twice.
import { readonly, ref, shallowRef, type DeepReadonly, type Ref } from 'vue'
import { ApiError, type Language, type TicketAnswer } from '#protocol'
import type { MenuCategory } from './service-menu.ts'
import type { TakeTicket, TicketRequest } from './take-ticket.ts'

export type Step = 'welcome' | 'category' | 'service' | 'failed' | 'ticket'

export interface CheckInOptions {
  takeTicket: TakeTicket
  menu: () => MenuCategory[]
  newKey: () => string
}

export interface CheckIn {
  step: Readonly<Ref<Step>>
  language: Readonly<Ref<Language>>
  category: Readonly<Ref<string | null>>
  service: Readonly<Ref<string | null>>
  isSending: Readonly<Ref<boolean>>
  /** Why no number could be given, while that is what stands on the screen. */
  failure: Readonly<Ref<ApiError['code'] | null>>
  ticket: DeepReadonly<Ref<TicketAnswer | null>>
  start(language: Language): void
  speak(language: Language): void
  openCategory(code: string): void
  choose(service: string): Promise<void>
  tryAgain(): Promise<void>
  back(): void
  startOver(): void
}

export function useCheckIn({ takeTicket, menu, newKey }: CheckInOptions): CheckIn {
  const step = ref<Step>('welcome')
  const language = ref<Language>('en')
  const category = ref<string | null>(null)
  const service = ref<string | null>(null)
  const isSending = ref(false)
  const failure = ref<ApiError['code'] | null>(null)
  const ticket = shallowRef<TicketAnswer | null>(null)
  /** Sent, and its answer may have been lost: kept until it is known. */
  let attempt: TicketRequest | null = null

  const firstChoice = (): Step => (menu().length === 1 ? 'service' : 'category')

  function start(chosen: Language): void {
    language.value = chosen
    step.value = firstChoice()
  }

  function openCategory(code: string): void {
    category.value = code
    step.value = 'service'
  }

  async function choose(code: string): Promise<void> {
    if (isSending.value) return
    service.value = code
    const isSameAsk = attempt?.ask.requests[0]?.service === code
    if (!isSameAsk)
      attempt = {
        key: newKey(),
        ask: { requests: [{ service: code }], language: language.value },
      }
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
    if (step.value === 'failed') step.value = 'service'
    else if (step.value === 'service' && firstChoice() === 'category') step.value = 'category'
    else startOver()
  }

  function startOver(): void {
    if (isSending.value) return
    step.value = 'welcome'
    language.value = 'en'
    category.value = null
    service.value = null
    failure.value = null
    ticket.value = null
    attempt = null
  }

  return {
    step: readonly(step),
    language: readonly(language),
    category: readonly(category),
    service: readonly(service),
    isSending: readonly(isSending),
    failure: readonly(failure),
    ticket,
    start,
    speak: (chosen) => {
      language.value = chosen
    },
    openCategory,
    choose,
    tryAgain,
    back,
    startOver,
  }
}
