// The contract: what crosses the wire, and the rules that both ends must agree on. Front ends
// import this and nothing else of the server. No schema is reached from here but by type: the pages
// that people open carry no validator.
export * from './api.ts'
export * from './changes.ts'
export type * from './cost-contract.ts'
export type * from './device-contract.ts'
export * from './device-page.ts'
export * from './enrolment.ts'
export * from './events.ts'
export * from './keep-page.ts'
export type * from './figures.ts'
export type * from './figures-live.ts'
export * from './live.ts'
export * from './newer-page.ts'
export * from './office-clock.ts'
export * from './office-time-text.ts'
export * from './public-address.ts'
export * from './public-text.ts'
export type * from './room-contract.ts'
export * from './room-times.ts'
export * from './spoken-call.ts'
export { PUBLIC_WORDS } from './public-words.ts'
export type { PushMessage, PushSubscription } from './push-contract.ts'
export type { Problem, ProblemCode } from './problems.ts'
export type { Sentences, Sounds } from './speech-contract.ts'
export type * from './report-contract.ts'
export type { ReportOffice, ReportWords } from './report-words.ts'
export type { Audience } from './requests.ts'
export type { JoinView } from './join-view.ts'
export type { TicketRow, TicketView } from './ticket-view.ts'
export type * from './views.ts'
export { bareText } from '../domain/bare-text.ts'
export { TIMED } from '../domain/cost/rates.ts'
export { fiscalYear, fiscalYearName, fiscalYearOf } from '../domain/cost/fiscal-year.ts'
export { DEFINITIONS, type FigureDefinition } from '../domain/figures/definitions.ts'
export { LISTED } from '../domain/figures/counted.ts'
export * from '../domain/figures/keys.ts'
export { mayTake } from '../domain/may-take.ts'
export { openingAt } from '../domain/opening-hours.ts'
export { instantOf, officeDay, startOfDay } from '../domain/office-time.ts'
export { UNDO_WITHIN, mayMove, movesFrom, type MoveName } from '../domain/moves.ts'
export { mayAs } from '../domain/permissions.ts'
export { boardOfDisplay, isForBoard, USUAL_BOARD } from '../domain/room.ts'
export { inShare } from '../domain/share.ts'
export {
  ACCESS_NEEDS,
  LANGUAGES,
  ORDINARY,
  UNHURRIED,
  type AccessNeed,
  type Language,
  type Words,
} from '../domain/settings.ts'
export { ticketText } from '../domain/ticket-number.ts'
export { CHANNELS, type Availability, type Channel } from '../domain/facts.ts'
export { isLive, VISIT_STATES, type VisitState } from '../domain/states.ts'
export { waitingSince, waitSoFar } from '../domain/waiting-since.ts'
