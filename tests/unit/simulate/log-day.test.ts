import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { callsOf } from '../../../server/cli/simulate/call-log.ts'
import { HOUR, MINUTE, SECOND } from '../../../server/cli/simulate/day.ts'
import { logDay } from '../../../server/cli/simulate/log-day.ts'
import { presenceOf } from '../../../server/cli/simulate/log-presence.ts'

const HEADER =
  'date,entered,left_menu,type,priority,queue_start,queue_seconds,outcome,service_start,service_seconds,server,caller'

/** A log of made-up calls of one day, the columns as the real one has them. */
function aLog(...rows: string[]) {
  return callsOf([HEADER, ...rows.map((row) => `1999-02-03,${row}`)].join('\n'), '1999-02-03')
}

const SERVED = '09:00:00,09:00:10,PS,2,09:00:10,50,agent,09:00:59,120,S01,C1'
const LEFT = '09:05:00,09:05:10,NE,0,09:05:10,45,hang,,,,'
const AT_ONCE = '09:06:00,09:06:10,PS,0,,0,hang,,,,'
const PHANTOM = '09:07:00,09:07:10,PS,0,,0,phantom,,,,'
const LATER = '09:10:00,09:10:10,PS,0,,0,agent,09:10:10,30,S01,'

describe('a day from a call log', () => {
  it('is read with its times since midnight, in order of joining the queue', () => {
    const [first, second] = aLog(LEFT, SERVED)

    assert.deepEqual(first, {
      type: 'PS',
      priority: 2,
      joined: 9 * HOUR + 10 * SECOND,
      waited: 50 * SECOND,
      outcome: 'agent',
      serviceStart: 9 * HOUR + 59 * SECOND,
      serviceTime: 2 * MINUTE,
      server: 'S01',
    })
    assert.equal(second?.outcome, 'hang')
  })

  it('reads a call past midnight as later, not as earlier', () => {
    const [call] = aLog('23:59:50,00:00:05,PS,0,,0,agent,00:00:06,60,S01,')

    assert.partialDeepStrictEqual(call, {
      joined: 24 * HOUR + 5 * SECOND,
      serviceStart: 24 * HOUR + 6 * SECOND,
    })
  })

  it('says when the log has nothing on the day, or something it does not know', () => {
    assert.throws(() => callsOf(HEADER, '1999-02-03'), /nothing on 1999-02-03/)
    assert.throws(() => aLog('09:00:00,09:00:10,XX,0,,0,hang,,,,'), /unknown type: XX/)
    assert.throws(() => aLog('09:00:00,09:00:10,PS,0,,0,sold,,,,'), /unknown outcome: sold/)
    assert.throws(() => aLog('soon,09:00:10,PS,0,,0,hang,,,,'), /a time that is none: soon/)
  })

  it('keeps everyone but phantoms, each with the patience they have shown', () => {
    const day = logDay(aLog(SERVED, LEFT, AT_ONCE, PHANTOM, LATER), 1_000_000, 'inferred')

    assert.equal(day.excluded, 1)
    assert.deepEqual(
      day.citizens.map(({ patience }) => patience),
      [null, 45 * SECOND, 0, null],
    )
    assert.deepEqual(
      day.citizens.map(({ service, priority }) => `${service} ${priority}`),
      ['ps priority', 'ne normal', 'ps normal', 'ps normal'],
    )
    assert.equal(day.citizens[0]?.arrivesAt, 1_000_000 + 9 * HOUR + 10 * SECOND)
  })

  it('gives whoever hung up the service time of the nearest served call of their type', () => {
    const day = logDay(aLog(SERVED, AT_ONCE, LATER), 0, 'inferred')

    assert.deepEqual(
      day.citizens.map(({ serviceTime }) => serviceTime),
      [2 * MINUTE, 30 * SECOND, 30 * SECOND],
    )
  })
})

describe('the presence of a log’s servers', () => {
  const at = (minute: number, second = 0): number => 9 * HOUR + minute * MINUTE + second * SECOND

  it('is from the first to the last recorded service, for the types they took', () => {
    const [server, ...others] = presenceOf(aLog(SERVED, LEFT, LATER), 'first-to-last')

    assert.deepEqual(others, [])
    assert.deepEqual(server, {
      server: 'S01',
      types: ['PS'],
      work: [{ from: at(0, 59), to: at(10, 40) }],
    })
  })

  it('is interrupted while somebody they take is kept waiting', () => {
    const kept = '09:05:00,09:05:10,PS,0,09:05:10,45,hang,,,,'

    const [inferred] = presenceOf(aLog(SERVED, kept, LATER), 'inferred')
    const [tireless] = presenceOf(aLog(SERVED, kept, LATER), 'first-to-last')

    assert.deepEqual(inferred?.work, [
      { from: at(0, 59), to: at(2, 59) },
      { from: at(5, 55), to: at(10, 40) },
    ])
    assert.equal(tireless?.work.length, 1)
  })

  it('is not interrupted by those they do not take', () => {
    const [server] = presenceOf(aLog(SERVED, LEFT, LATER), 'inferred')

    assert.equal(server?.work.length, 1)
  })

  it('ends where two hours pass without a service', () => {
    const evening = '12:30:00,12:30:10,PS,0,,0,agent,12:30:10,30,S01,'

    const [server] = presenceOf(aLog(SERVED, evening), 'first-to-last')

    assert.deepEqual(
      server?.work.map(({ from }) => from),
      [at(0, 59), at(210, 10)],
    )
  })

  it('does not know servers whom the log does not name', () => {
    assert.deepEqual(
      presenceOf(aLog('09:00:00,09:00:10,PS,0,,0,agent,09:00:10,5,,'), 'inferred'),
      [],
    )
  })
})
