// A new device asks for a code and waits: expired codes, lost servers, and in the end a token.
import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { ApiError, enrolDevice, inHalves, type EnrolmentAnswer, type ProblemCode } from '#protocol'

type Step = EnrolmentAnswer | ProblemCode | 'cut'
const APPROVED: EnrolmentAnswer = { is: 'approved', office: 'victoria', name: 'K', token: 't' }

function failing(code: ProblemCode | 'cut'): ApiError {
  if (code === 'cut') return new ApiError(null)
  return new ApiError({ type: '', title: '', status: 400, code, detail: '', requestId: '' })
}

/** `asks` and `waits`: how the server answers, one after another. */
async function enrolled(asks: (ProblemCode | 'cut' | null)[], waits: Step[]) {
  const shown: string[] = []
  const pauses: number[] = []
  const ending = new AbortController()
  let codes = 0
  const answer = await enrolDevice({
    api: {
      askEnrolment: () => {
        const problem = asks.shift() ?? null
        if (problem) return Promise.reject(failing(problem))
        codes += 1
        return Promise.resolve({ code: `CODE000${codes}`, secret: `${codes}`, expiresAt: '' })
      },
      awaitEnrolment: () => {
        const next = waits.shift()
        if (!next) {
          ending.abort()
          return Promise.resolve({ is: 'waiting' })
        }
        return typeof next === 'string' ? Promise.reject(failing(next)) : Promise.resolve(next)
      },
    },
    kind: 'kiosk',
    onCode: (code, isReachable) => shown.push(`${code ?? 'none'}${isReachable ? '' : ' cut'}`),
    pause: (ms) => Promise.resolve(void pauses.push(ms)),
    signal: ending.signal,
  })
  return { answer, shown, pauses }
}

describe('a device that comes in', () => {
  it('A21 shows its code until it is approved', async () => {
    const { answer, shown } = await enrolled([], [{ is: 'waiting' }, APPROVED])

    assert.deepEqual(answer, APPROVED)
    assert.deepEqual([...new Set(shown)], ['CODE0001'])
  })

  it('shows another code when one has expired', async () => {
    const { answer, shown, pauses } = await enrolled([], ['enrolment-unknown', APPROVED])

    assert.deepEqual(answer, APPROVED)
    assert.deepEqual(shown, ['CODE0001', 'CODE0002'])
    assert.deepEqual(pauses, [])
  })

  it('keeps its code through a cut, and says that there is one', async () => {
    const { answer, shown, pauses } = await enrolled(['cut'], ['cut', APPROVED])

    assert.deepEqual(answer, APPROVED)
    assert.deepEqual(shown, ['none cut', 'CODE0001', 'CODE0001 cut', 'CODE0001'])
    assert.deepEqual(pauses, [3_000, 3_000])
  })

  it('waits longer when the server has too many', async () => {
    const { pauses } = await enrolled(['too-many-requests'], [APPROVED])
    assert.deepEqual(pauses, [30_000])
  })

  it('ends when it is ended', async () => {
    const { answer } = await enrolled([], [])
    assert.equal(answer, null)
  })

  it('reads its code in two halves', () => {
    assert.equal(inHalves('2346CDFG'), '2346 CDFG')
  })
})
