// Plays a planned day on a running server: signs everybody in, puts screens on the wall and on each
// desk, lets citizens and agents follow their plans, and gives account.
import { enrol, type Administrator } from './administration.ts'
import type { Day } from './day.ts'
import { Lateness } from './lateness.ts'
import type { Worker } from './agent-coverage.ts'
import { Crew } from './play-agents.ts'
import { playCitizens } from './play-citizens.ts'
import type { DayClock, Instant } from './scheduler.ts'
import { Scheduler } from './scheduler.ts'
import { apiWith, signIn, type Member } from './sessions.ts'
import { Tally } from './tally.ts'
import { Witness } from './witness.ts'

export interface Stage {
  url: string
  office: string
  password: string
  clock: DayClock
  day: Day
  administrator: Administrator
  /** Of a kiosk that is enrolled already; absent: one is enrolled. */
  kioskToken?: string
  /** Whether the first agent and the first counter are left to whoever watches. */
  leavesADesk: boolean
  /** How long ago whoever comes first may have come, ms: a day joined in its middle. */
  catchUp?: number
  /** When everybody must be ready at the latest; absent: whoever is late joins in. */
  mustBeginAt?: Instant
}

export interface Account {
  tally: Tally
  lateness: Lateness
  boards: Witness<'board'>[]
  desks: Witness<'desk'>[]
  /** Tickets that people took without our doing. */
  strangers: number
  /** Planned to come before the day was joined, and so left out. */
  tooEarly: number
  /** What the server refused, in its words; empty on a good day. */
  refusals: readonly string[]
}

const BOARDS = 2
/** What is on its way to the screens when the last of the day is done arrives within this, ms. */
const SETTLE = 500

export interface Show {
  /** What has become of everyone so far. */
  tally: Tally
  /** Resolves when everyone has come and gone. */
  account: Promise<Account>
  stop(): void
}

export async function playDay(stage: Stage): Promise<Show> {
  const { url, office, day, clock } = stage
  const scheduler = new Scheduler(clock)
  const tally = new Tally()
  const lateness = new Lateness()
  const workers = await hire(stage, scheduler)
  const greeter = await member('greeter', stage, scheduler)
  const kioskToken =
    stage.kioskToken ?? (await enrol(stage.administrator, office, 'kiosk', 'Simulated kiosk'))
  const boardToken = await enrol(stage.administrator, office, 'display', 'Simulated board')

  const crew = new Crew(workers, { office, scheduler, tally, lateness, day })
  const boards = await Promise.all(
    Array.from({ length: BOARDS }, (_, index) =>
      Witness.watching(url, `board ${index + 1}`, { office, as: 'board', token: () => boardToken }),
    ),
  )
  const desks = await Promise.all(
    workers.map((worker, index) =>
      Witness.watching(url, `desk ${worker.counter}`, {
        office,
        as: 'desk',
        token: () => worker.member.token(),
        ...(index === 0
          ? {
              onView: () => {
                crew.look()
              },
            }
          : {}),
      }),
    ),
  )
  const [desk] = desks
  if (!desk) throw new Error('nobody works on this day')
  const kiosk = apiWith(url, () => kioskToken)
  const street = { office, kiosk, greeter: greeter.api, scheduler, crew, tally, lateness }
  if (stage.mustBeginAt !== undefined && clock.now() > stage.mustBeginAt) {
    throw new Error('the day began before everybody was signed in: choose a lower speed')
  }
  const tooEarly = playCitizens(day.citizens, street, stage.catchUp ?? 0)
  crew.start(desk)

  async function play(): Promise<Account> {
    await scheduler.run()
    await new Promise((resolve) => setTimeout(resolve, SETTLE))
    for (const screen of [...boards, ...desks]) screen.stop()
    const { strangers, refusals } = crew
    return { tally, lateness, boards, desks, strangers, tooEarly, refusals }
  }
  return {
    tally,
    account: play(),
    stop: () => {
      scheduler.stop()
    },
  }
}

/** Staff of the office: `agent.victoria`, `agent2.victoria` … each at a counter of their own. */
async function hire(stage: Stage, scheduler: Scheduler): Promise<Worker[]> {
  const first = stage.leavesADesk ? 2 : 1
  const workers: Worker[] = []
  for (const [index, plan] of stage.day.agents.entries()) {
    const number = first + index
    const name = number === 1 ? 'agent' : `agent${number}`
    workers.push({
      member: await member(name, stage, scheduler),
      counter: String(number),
      plan,
    })
  }
  return workers
}

function member(name: string, stage: Stage, scheduler: Scheduler): Promise<Member> {
  const { url, office, password } = stage
  return signIn(url, { username: `${name}.${office}`, password }, scheduler)
}
