// The commands of the desk, and what follows from each. Those that would be refused just now are
// not sent: the agent is told what to do first.
import { computed, shallowRef, type Ref } from 'vue'
import type { AgentAnswer, Api, DeskVisit, Me, ProblemCode, VisitAnswer } from '#protocol'
import { chosenBlocked, type ChosenMove, type DeskMove } from './desk-moves.ts'
import type { Desk } from './desk-rows.ts'
import { fromAgentAnswer, fromVisitAnswer, type Answered } from './newest.ts'
import { problemKey } from './problem-key.ts'
import { mayUndo, type Step } from './undo-step.ts'
import type { Clock } from './use-clock.ts'
import type { Commands } from './use-commands.ts'
import type { DeskState } from './use-desk.ts'

/** One request each; the visit's own agent and counter are meant unless the server knows better. */
function sender(api: Api): Record<DeskMove, (visit: string, key: string) => Promise<VisitAnswer>> {
  return {
    call: (visit, key) => api.call(visit, {}, key),
    recall: (visit, key) => api.recall(visit, {}, key),
    begin: (visit, key) => api.begin(visit, {}, key),
    hold: (visit, key) => api.hold(visit, {}, key),
    return: (visit, key) => api.return(visit, {}, key),
    finish: (visit, key) => api.finish(visit, {}, key),
    'no-show': (visit, key) => api.noShow(visit, {}, key),
    leave: (visit, key) => api.leave(visit, {}, key),
  }
}

interface Desktop {
  readonly api: Api
  readonly me: Me
  readonly office: string
  readonly desk: Readonly<Ref<Desk>>
  readonly state: DeskState
  readonly clock: Clock
  readonly commands: Commands
  show(answer: Answered): void
}

export function useMoves({ api, me, office, desk, state, clock, commands, show }: Desktop) {
  const send = sender(api)
  const step = shallowRef<Step | null>(null)
  const called = shallowRef<VisitAnswer | null>(null)

  function refuse(code: ProblemCode): Promise<void> {
    commands.tell({ is: 'problem', saying: problemKey(code) })
    return Promise.resolve()
  }

  function made(move: DeskMove, answer: VisitAnswer): void {
    show(fromVisitAnswer(answer))
    if (state.chosen.value?.id === answer.id) state.choose(null)
    if (move === 'call') called.value = answer
    step.value = { visit: answer.id, ticket: answer.ticket, move, at: clock.read() }
  }

  function move(name: DeskMove, visit: DeskVisit): Promise<void> {
    return commands.run({
      intent: `${name} ${visit.id}`,
      send: (key) => send[name](visit.id, key),
      done: (answer) => {
        made(name, answer)
      },
    })
  }

  function callNext(): Promise<void> {
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

  function undo(): Promise<void> {
    const last = step.value
    if (!mayUndo(last, clock.now.value)) return refuse('nothing-to-undo')
    return commands.run({
      intent: `undo ${last.visit} ${last.at}`,
      send: (key) => api.undo(last.visit, {}, key),
      done(answer) {
        show(fromVisitAnswer(answer))
        step.value = null
        const named = { ticket: last.ticket }
        commands.tell({ is: 'status', saying: 'status.undone', named })
      },
    })
  }

  function moved(answer: AgentAnswer): void {
    const at = new Date(clock.now.value).toISOString()
    show(fromAgentAnswer(answer, desk.value.counters, me.name, at))
  }

  function changeAvailability(availability: 'available' | 'break'): Promise<void> {
    if (state.visit.value) return refuse('agent-busy')
    return commands.run({
      intent: `availability ${availability}`,
      send: () => api.changeAvailability(office, { availability }),
      done: moved,
    })
  }

  return {
    undoable: computed(() => (mayUndo(step.value, clock.now.value) ? step.value : null)),
    /** Why the visit at the counter was called, as its call answered. */
    reason: computed(() => {
      const visit = state.visit.value
      return visit?.state === 'called' && called.value?.id === visit.id ? called.value.reason : null
    }),

    primary(): Promise<void> {
      const { visit } = state
      const primary = state.primary.value
      if (primary === 'call-next') return callNext()
      if (primary === 'resume') return changeAvailability('available')
      return visit.value ? move(primary, visit.value) : Promise.resolve()
    },
    /** A move on the visit at the counter. */
    move,
    /** A move on somebody chosen from the lists. */
    moveChosen(name: ChosenMove, chosen: DeskVisit): Promise<void> {
      const code = chosenBlocked(state.situation.value, chosen, name)
      return code ? refuse(code) : move(name, chosen)
    },
    undo,
    togglePause(): Promise<void> {
      const { availability } = state.situation.value.counter
      return changeAvailability(availability === 'available' ? 'break' : 'available')
    },
    /** Which services this agent takes from now on; null: all. */
    takeServices(services: string[] | null): Promise<void> {
      const { code } = state.situation.value.counter
      return commands.run({
        intent: `services ${services?.join() ?? '*'}`,
        send: () => api.takeCounter(office, { counter: code, services }),
        done(answer) {
          moved(answer)
          commands.tell({ is: 'status', saying: 'status.saved' })
        },
      })
    },
    leaveCounter(): Promise<void> {
      if (state.visit.value) return refuse('agent-busy')
      const send = () => api.leaveCounter(office)
      return commands.run({ intent: 'leave-counter', send, done: moved })
    },
  }
}

export type Moves = ReturnType<typeof useMoves>
