// Takes people in. What was typed outlives the panel and every failed answer: it goes when it was
// done, or is cleared. The same wish sent again carries the same body and the same key.
import { computed, onMounted, reactive, shallowRef, watch, type ShallowRef } from 'vue'
import type { Language, VisitAnswer, VisitState } from '#protocol'
import type { DeskPart } from './desk-part.ts'
import {
  emptyForm,
  faultsOf,
  isOtherWork,
  newVisit,
  preparation,
  stillWrong,
  withService,
  type FormFault,
  type GreeterForm,
  type NewVisit,
} from './greeter-form.ts'
import { serveNow } from './greeter-serve.ts'
import { fromVisitAnswer } from './newest.ts'
import { instantToday } from './paper-times.ts'
import { problemKey } from './problem-key.ts'
import { MOST_PEOPLE, MOST_QUANTITY } from './quantities.ts'
import { useClock } from './use-clock.ts'
import type { Commands, Notice } from './use-commands.ts'

/** Whom we have just taken in. */
export interface Taken {
  readonly ticket: string
  readonly state: VisitState
  readonly peopleAhead: number | null
}

interface Draft {
  readonly form: GreeterForm
  /** When the first of it was typed or chosen, UTC ms of the office's clock. */
  readonly begun: ShallowRef<number | null>
  readonly taken: ShallowRef<Taken | null>
  readonly commands: Commands
  /** The wish that was sent last, with how long it had taken by then. */
  sent: { readonly intent: string; readonly body: NewVisit } | null
}

const FAULTS: Readonly<Record<FormFault, Pick<Notice, 'saying' | 'named'>>> = {
  quantity: { saying: 'numberWrong', named: { max: MOST_QUANTITY } },
  party: { saying: 'numberWrong', named: { max: MOST_PEOPLE } },
  booked: { saying: 'greeter.bookedWrong' },
  phone: { saying: 'greeter.contactWrong' },
  email: { saying: 'greeter.contactWrong' },
}

/** One for each signed-in desk: its commands live exactly as long. */
const drafts = new WeakMap<Commands, Draft>()

function draftOf({ commands }: DeskPart, language: Language): Draft {
  const kept = drafts.get(commands)
  if (kept) return kept
  const own: Commands = commands.another({
    onSessionEnded() {
      own.tell({ is: 'problem', saying: problemKey('sign-in-needed') })
    },
    explain({ code, details }) {
      const service = details?.['service']
      if (code !== 'visit-not-for-you' || typeof service !== 'string') return null
      return { saying: 'greeter.notYours' }
    },
  })
  const draft: Draft = {
    form: reactive(emptyForm(language)),
    begun: shallowRef(null),
    taken: shallowRef(null),
    commands: own,
    sent: null,
  }
  drafts.set(commands, draft)
  return draft
}

export function useGreeter(part: DeskPart, language: () => Language) {
  const clock = useClock()
  const draft = draftOf(part, language())
  const { form, begun, taken, commands } = draft
  const frequent = shallowRef<readonly string[]>([])
  const faults = shallowRef<readonly FormFault[]>([])
  /** How often it was not sent for what is wrong in it. */
  const refusals = shallowRef(0)
  if (begun.value === null) form.language = language()
  onMounted(async () => {
    try {
      frequent.value = (await part.api.frequentServices(part.office)).services
    } catch {
      // The services stay in the office's own order.
    }
  })

  const serve = computed(() => serveNow(part.desk, part.me.id))

  watch(form, () => {
    const left = stillWrong(faults.value, form)
    if (left.length === faults.value.length) return
    faults.value = left
    tellFault(left[0])
  })

  function tellFault(fault: FormFault | undefined): void {
    commands.tell(fault === undefined ? null : { is: 'problem', ...FAULTS[fault] })
  }
  function touch(): void {
    begun.value ??= clock.read()
    taken.value = null
  }
  function clear(): void {
    Object.assign(form, emptyForm(language()))
    begun.value = null
    draft.sent = null
    faults.value = []
    commands.moveOn()
    commands.tell(null)
  }

  function send(asked: GreeterForm, serveAt: string | null): Promise<unknown> {
    touch()
    faults.value = faultsOf(asked)
    if (asked.requests.length === 0) {
      commands.tell({ is: 'problem', saying: 'greeter.chooseFirst' })
      return Promise.resolve()
    }
    const [fault] = faults.value
    if (fault !== undefined) {
      tellFault(fault)
      refusals.value += 1
      return Promise.resolve()
    }
    const timeZone = part.desk.office?.timeZone ?? 'UTC'
    const wish = newVisit(asked, serveAt, (typed) => instantToday(typed, clock.read(), timeZone))
    const intent = JSON.stringify(wish)
    // A key belongs to one body: the same wish again must not have taken longer.
    if (draft.sent?.intent !== intent) {
      draft.sent = {
        intent,
        body: { ...wish, preparation: preparation(begun.value, clock.read()) },
      }
    }
    const { body } = draft.sent
    return commands.run({
      intent,
      send: (key) => part.api.addVisit(part.office, body, key),
      done(answer) {
        clear()
        if (isWhole(answer)) part.show(fromVisitAnswer(answer))
        const { ticket, state, peopleAhead } = answer
        taken.value = { ticket, state, peopleAhead }
      },
    })
  }

  return {
    form,
    begun,
    taken,
    notice: commands.notice,
    isBusy: commands.isBusy,
    dismiss(): void {
      commands.tell(null)
    },
    frequent,
    faults,
    refusals,
    serve,
    /** Where nobody waits in a queue, people go straight to service. */
    mayQueue: computed(() => part.desk.office?.reception ?? true),
    isOther: computed(() => isOtherWork(form)),
    /** Something was typed or chosen: preparation counts from the first time. */
    touch,
    clear,
    choose(service: string): void {
      touch()
      form.requests = withService(form.requests, service)
    },
    toQueue: () => send(form, null),
    serveNow(): Promise<unknown> {
      const { at } = serve.value
      return at === null ? Promise.resolve() : send(form, at)
    },
    /** One step: this service, with whatever else was given, served here and now. */
    quickServe(service: string): Promise<unknown> {
      const { at } = serve.value
      if (at === null) return Promise.resolve()
      return send({ ...form, requests: withService(form.requests, service) }, at)
    },
  }
}

export type Greeter = ReturnType<typeof useGreeter>

/** Staff are answered the whole visit. */
function isWhole(answer: Partial<VisitAnswer>): answer is VisitAnswer {
  return answer.kind === 'visit'
}
