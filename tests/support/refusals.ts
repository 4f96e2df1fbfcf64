// What a refusal must look like, whoever is refused: an RFC 9457 problem with a code and a request
// id, never a 500, and nothing changed.
import assert from 'node:assert/strict'
import { ApiError } from '#protocol/api'
import { PROBLEMS, Problem, type ProblemCode } from '#protocol/problems'
import type { Heard, TestOffice } from './office.ts'

/** The answer is this problem, whole. */
export function assertProblem(heard: Heard, code: ProblemCode): Problem {
  const said = JSON.stringify(heard.body)
  const problem = Problem.parse(heard.body)
  assert.equal(problem.code, code, said)
  assert.equal(heard.status, PROBLEMS[code].status, said)
  assert.equal(problem.status, heard.status)
  assert.equal(problem.type, `urn:guichet:problem:${code}`)
  assert.match(heard.headers.get('content-type') ?? '', /^application\/problem\+json/)
  assert.equal(problem.requestId, heard.headers.get('x-request-id'))
  assert.notEqual(problem.detail, '')
  return problem
}

/** The command is refused with this code. */
export async function assertRefused(asked: Promise<unknown>, code: ProblemCode): Promise<Problem> {
  const error = await asked.then(
    (answer) => {
      throw new Error(`expected ${code}, but it was done: ${JSON.stringify(answer)}`)
    },
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw error
  assert.equal(error.code, code)
  return Problem.parse(error.problem)
}

/** Whatever `work` asks for, no journal grows and no desk looks different. */
export async function assertNothingChanges(
  office: TestOffice,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = await everything(office)
  await work()
  assert.deepEqual(await everything(office), before)
}

async function everything(office: TestOffice): Promise<unknown> {
  const agents: unknown[] = await office.db.reader('agents').orderBy('agent_id')
  const people: unknown[] = await office.db.reader('visit_people').orderBy('visit_id')
  const desks = []
  for (const code of ['victoria', 'cranbrook']) {
    const manager = await office.signIn(`manager.${code}`)
    const { rows, version } = await manager.desk(code)
    desks.push({ rows, version })
  }
  return { facts: await office.factCount(), agents, people, desks }
}
