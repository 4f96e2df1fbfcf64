// The commands about the agent: coming and going, what is taken, leaving the counter.
import type { Ref } from 'vue'
import type { AgentAnswer, Api, Availability, Language, Me } from '#protocol'
import type { Desk } from './desk-rows.ts'
import { fromAgentAnswer, type Answered } from './newest.ts'
import { problemKey } from './problem-key.ts'
import type { Clock } from './use-clock.ts'
import type { Commands } from './use-commands.ts'
import type { DeskState } from './use-desk.ts'

/** What an agent takes; null: everything. */
export interface Profile {
  readonly services: string[] | null
  readonly counterKinds: string[] | null
  readonly languages: Language[] | null
}

/** What becomes of the visit at the counter when its agent goes. */
export type OpenVisit = 'return' | 'hold' | 'finish'

interface AgentDesk {
  readonly api: Api
  readonly me: Me
  readonly office: string
  readonly desk: Readonly<Ref<Desk>>
  readonly state: DeskState
  readonly clock: Clock
  readonly commands: Commands
  show(answer: Answered): void
}

export function useAgent({ api, me, office, desk, state, clock, commands, show }: AgentDesk) {
  function moved(answer: AgentAnswer): void {
    const at = new Date(clock.now.value).toISOString()
    show(fromAgentAnswer(answer, desk.value.counters, me.name, at))
  }

  return {
    changeAvailability(
      availability: Availability,
      rest: { reason?: string; backAt?: string } = {},
    ): Promise<boolean> {
      if (state.visit.value) {
        commands.tell({ is: 'problem', saying: problemKey('agent-busy') })
        return Promise.resolve(false)
      }
      return commands.run({
        intent: `availability ${availability} ${rest.reason ?? ''} ${rest.backAt ?? ''}`,
        send: () => api.changeAvailability(office, { availability, ...rest }),
        done: moved,
      })
    },
    /** What this agent takes from now on. */
    takeProfile(profile: Profile): Promise<boolean> {
      const { code } = state.situation.value.counter
      return commands.run({
        intent: `profile ${JSON.stringify(profile)}`,
        send: () => api.takeCounter(office, { counter: code, ...profile }),
        done(answer) {
          moved(answer)
          commands.tell({ is: 'status', saying: 'status.saved' })
        },
      })
    },
    leaveCounter(open?: OpenVisit): Promise<boolean> {
      return commands.run({
        intent: `leave-counter ${open ?? ''}`,
        send: () => api.leaveCounter(office, open === undefined ? {} : { open }),
        done: moved,
      })
    },
  }
}

export type Agent = ReturnType<typeof useAgent>
