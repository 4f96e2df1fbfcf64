// The commands about visits, and what follows from each. Those that would be refused just now are
// not sent: the agent is told what to do first.
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { Api, DeskVisit, ProblemCode, VisitAnswer } from '#protocol'
import { chosenBlocked, mustAskOutcome } from './desk-moves.ts'
import type { Desk } from './desk-rows.ts'
import { fromVisitAnswer, type Answered } from './newest.ts'
import { problemKey } from './problem-key.ts'
import { mayUndo, type Step, type StepName } from './undo-step.ts'
import type { Agent } from './use-agent.ts'
import type { Clock } from './use-clock.ts'
import type { Commands } from './use-commands.ts'
import type { DeskState } from './use-desk.ts'
import type { Drafts } from './use-drafts.ts'
import { stepsOf, type PersonChange } from './visit-change.ts'

export interface Desktop {
  readonly api: Api
  readonly office: string
  readonly desk: Readonly<Ref<Desk>>
  readonly state: DeskState
  readonly agent: Agent
  readonly clock: Clock
  readonly commands: Commands
  readonly drafts: Drafts
  show(answer: Answered): void
  /** How did it end? The finish is made from there. */
  askOutcome(visit: DeskVisit): void
  /** Somebody is taken in and served at once: in offices without a queue. */
  takeIn(): void
}

/** The body that a request of the API takes. */
type BodyOf<Name extends 'hold' | 'return' | 'transfer' | 'finish' | 'addRequest' | 'reorder'> =
  Parameters<Api[Name]>[1]

type RequestPatch = NonNullable<Parameters<Api['changeVisit']>[1]['request']>

/** Steps after which somebody chosen in the lists stays chosen. */
const STAYS_CHOSEN: readonly (StepName | null)[] = [null, 'change', 'assign', 'reorder']

export function useMoves(desktop: Desktop) {
  const { api, office, state, agent, clock, commands, drafts, show } = desktop
  const step = shallowRef<Step | null>(null)
  const called = shallowRef<VisitAnswer | null>(null)

  function refuse(code: ProblemCode): Promise<boolean> {
    commands.tell({ is: 'problem', saying: problemKey(code) })
    return Promise.resolve(false)
  }

  function made(name: StepName | null, answer: VisitAnswer, before?: DeskVisit): void {
    show(fromVisitAnswer(answer))
    const isChosen = state.chosen.value?.id === answer.id
    if (isChosen && !STAYS_CHOSEN.includes(name)) state.choose(null)
    if (name === 'call') called.value = answer
    if (name === null) return
    const hadNote = before !== undefined && before.note !== null
    step.value = { visit: answer.id, ticket: answer.ticket, move: name, at: clock.read(), hadNote }
  }

  /** `wish` says the rest of what is wanted. `name: null`: no step that could be taken back. */
  function make(
    name: StepName | null,
    visit: DeskVisit,
    wish: unknown,
    send: (key: string) => Promise<VisitAnswer>,
  ): Promise<boolean> {
    return commands.run({
      intent: `${name ?? 'edit'} ${visit.id} ${JSON.stringify(wish)}`,
      async send(key) {
        await drafts.saveAll()
        return send(key)
      },
      done: (answer) => {
        made(name, answer, visit)
      },
    })
  }

  function callNext(): Promise<boolean> {
    const { code } = state.situation.value.counter
    return commands.run({
      intent: `call-next ${code}`,
      send: (key) => api.callNext(office, code, key),
      done(answer) {
        if (answer) made('call', answer)
        else commands.tell({ is: 'status', saying: 'status.nobody' })
      },
    })
  }

  // Somebody has come after all.
  watch(
    () => state.mine.value.length > 0,
    (isSomebody) => {
      if (isSomebody && commands.notice.value?.saying === 'status.nobody') commands.tell(null)
    },
  )

  const begin = (visit: DeskVisit): Promise<boolean> =>
    make('begin', visit, null, (key) => api.begin(visit.id, {}, key))
  const finish = (visit: DeskVisit, body: BodyOf<'finish'> = {}): Promise<boolean> =>
    make('finish', visit, [visit.current, body], (key) => api.finish(visit.id, body, key))

  function undo(): Promise<boolean> {
    const last = step.value
    if (!mayUndo(last, clock.now.value)) return refuse('nothing-to-undo')
    return commands.run({
      intent: `undo ${last.visit} ${last.at}`,
      send: (key) => api.undo(last.visit, {}, key),
      done(answer) {
        show(fromVisitAnswer(answer))
        step.value = null
        const named = { ticket: last.ticket }
        // What the office forgets when a visit ends, no undo brings back.
        const isForgotten = last.hadNote && answer.note === null
        const saying = isForgotten ? 'status.undoneNoteGone' : 'status.undone'
        commands.tell({ is: 'status', saying, named })
      },
    })
  }

  const changeRequest = (visit: DeskVisit, request: RequestPatch): Promise<boolean> =>
    make('change', visit, request, (key) => api.changeVisit(visit.id, { request }, key))

  return {
    undoable: computed(() => (mayUndo(step.value, clock.now.value) ? step.value : null)),
    /** Why the visit at the counter was called, as its call answered. */
    reason: computed(() => {
      const visit = state.visit.value
      const isOpen = visit?.state === 'called' || visit?.state === 'serving'
      return isOpen && called.value?.id === visit.id ? called.value.reason : null
    }),
    undo,

    /** The primary button: call next, take in, begin, finish or resume. */
    primary(): Promise<boolean> {
      const visit = state.visit.value
      switch (state.primary.value) {
        case 'call-next':
          return callNext()
        case 'resume':
          return agent.changeAvailability('available')
        case 'take-in':
          desktop.takeIn()
          return Promise.resolve(false)
        case 'begin':
          return visit ? begin(visit) : Promise.resolve(false)
        case 'finish':
          if (!visit) return Promise.resolve(false)
          if (!mustAskOutcome(desktop.desk.value.rules)) return finish(visit)
          desktop.askOutcome(visit)
          return Promise.resolve(false)
      }
    },

    /** Somebody chosen from the lists is called, or served without a call. */
    callChosen(name: 'call' | 'begin', chosen: DeskVisit): Promise<boolean> {
      const code = chosenBlocked(state.situation.value, chosen, name)
      if (code) return refuse(code)
      if (name === 'begin') return begin(chosen)
      return make('call', chosen, null, (key) => api.call(chosen.id, {}, key))
    },
    recall: (visit: DeskVisit) =>
      make('recall', visit, visit.timesCalled, (key) => api.recall(visit.id, {}, key)),
    hold: (visit: DeskVisit, body: BodyOf<'hold'>) =>
      make('hold', visit, body, (key) => api.hold(visit.id, body, key)),
    return: (visit: DeskVisit, body: BodyOf<'return'>) =>
      make('return', visit, body, (key) => api.return(visit.id, body, key)),
    transfer: (visit: DeskVisit, body: BodyOf<'transfer'>) =>
      make('transfer', visit, body, (key) => api.transfer(visit.id, body, key)),
    finish,
    noShow: (visit: DeskVisit) =>
      make('no-show', visit, null, (key) => api.noShow(visit.id, {}, key)),
    leave: (visit: DeskVisit) => make('leave', visit, null, (key) => api.leave(visit.id, {}, key)),
    bringBack: (visit: DeskVisit, body: BodyOf<'return'>) =>
      make('bring-back', visit, body, (key) => api.bringBack(visit.id, body, key)),
    assign: (visit: DeskVisit, to: string | null) =>
      make('assign', visit, to, (key) => api.assign(visit.id, { agent: to }, key)),
    reorder: (visit: DeskVisit, body: BodyOf<'reorder'>) =>
      make('reorder', visit, body, (key) => api.reorder(visit.id, body, key)),
    addRequest: (visit: DeskVisit, body: BodyOf<'addRequest'>) => {
      const name = body.current === undefined ? 'add-request' : 'switch-request'
      const wish = [body, visit.requests.length]
      return make(name, visit, wish, (key) => api.addRequest(visit.id, body, key))
    },
    /** One after another, up to the first that is refused. */
    async changeRequests(visit: DeskVisit, patches: readonly RequestPatch[]): Promise<boolean> {
      for (const patch of patches) if (!(await changeRequest(visit, patch))) return false
      if (patches.length > 1) step.value = null
      return true
    },
    /** Several steps at once cannot be taken back in one: then no step is offered. */
    changePerson(visit: DeskVisit, change: PersonChange): Promise<boolean> {
      const steps = stepsOf(change)
      if (steps === 2) step.value = null
      const name = steps === 1 ? 'change' : null
      return make(name, visit, change, (key) => api.changeVisit(visit.id, change, key))
    },
    timesWrong(visit: DeskVisit): Promise<boolean> {
      if (visit.timesWrong === true) return Promise.resolve(false)
      return make('times-wrong', visit, null, (key) => api.markTimesWrong(visit.id, {}, key))
    },
  }
}

export type Moves = ReturnType<typeof useMoves>
