// The contract: what crosses the wire, and the rules that both ends must agree on. Front ends
// import this and nothing else of the server.
export * from './api.ts'
export * from './changes.ts'
export * from './events.ts'
export * from './live.ts'
export { PROBLEMS, PROBLEM_CODES, type Problem, type ProblemCode } from './problems.ts'
export { AUDIENCES, type Audience } from './requests.ts'
export type * from './views.ts'
export { mayTake } from '../domain/may-take.ts'
export { UNDO_WITHIN, mayMove, movesFrom, type MoveName } from '../domain/moves.ts'
export { LANGUAGES, type Language, type Words } from '../domain/settings.ts'
export type { VisitState } from '../domain/states.ts'
