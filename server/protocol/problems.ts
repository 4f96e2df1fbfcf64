// Every problem a program or a screen can be told, with its HTTP status. Screens translate the
// code; `detail` is for logs and programmers. RFC 9457.
import { z } from 'zod'
import { REFUSAL_CODES, type RefusalCode } from '../domain/refusals.ts'

interface ProblemKind {
  readonly status: number
  readonly title: string
}

const RULES = {
  'office-not-configured': { status: 409, title: 'The office is not configured yet' },
  'settings-in-use': {
    status: 409,
    title: 'Somebody waits for a service, or is at a counter, that would be gone',
  },
  'service-unknown': { status: 422, title: 'The office does not offer this service' },
  'service-withdrawn': { status: 422, title: 'The office no longer offers this service' },
  'office-closed': { status: 409, title: 'The office gives no tickets now' },
  'service-paused': { status: 409, title: 'The office gives no tickets for this service now' },
  'quota-reached': { status: 409, title: 'All tickets of today for this service are given' },
  'joining-closed': { status: 409, title: 'Nobody joins this office by phone' },
  'joining-full': {
    status: 409,
    title: 'As many people as the office takes have joined from afar',
  },
  'more-time-used': { status: 409, title: 'More time was given as often as it can be' },
  'nobody-behind': { status: 409, title: 'Nobody waits behind who could be called first' },
  'priority-unknown': { status: 422, title: 'The office has no such priority class' },
  'counter-kind-unknown': { status: 422, title: 'The office has no such kind of counter' },
  'reason-unknown': { status: 422, title: 'The office does not know this reason' },
  'outcome-needed': { status: 422, title: 'Say how the request ended' },
  'outcome-unknown': { status: 422, title: 'The office does not know this outcome' },
  'agent-unknown': { status: 422, title: 'This agent is not signed in here' },
  'alarm-unknown': { status: 404, title: 'Nobody calls for help any more' },
  'board-unknown': { status: 404, title: 'The office has no such board' },
  'notice-unknown': { status: 404, title: 'The office has no such notice' },
  'medium-unknown': { status: 404, title: 'The office has no such image or video' },
  'recording-unknown': { status: 404, title: 'The office has no such recording' },
  'voice-pack-unknown': { status: 404, title: 'The office has no voice pack in this language' },
  'room-full': { status: 409, title: 'The office has as many of these as it may' },
  'playlist-incomplete': {
    status: 422,
    title: 'The order must name each image and video of the office once',
  },
  'counter-unknown': { status: 422, title: 'The office has no such counter' },
  'counter-taken': { status: 409, title: 'Another agent is at this counter' },
  'counter-needed': { status: 409, title: 'Choose a counter first' },
  'agent-busy': { status: 409, title: 'You have a visit open' },
  'agent-not-available': { status: 409, title: 'You are on a break or away' },
  'visit-unknown': { status: 404, title: 'No such visit' },
  'visit-with-other-agent': { status: 409, title: 'The visit is with another agent' },
  'visit-not-for-you': {
    status: 409,
    title: 'The visit waits for another service, counter or agent',
  },
  'move-not-allowed': { status: 409, title: 'The visit is not in a state that allows this' },
  'request-unknown': { status: 404, title: 'The visit has no such request' },
  'reorder-impossible': { status: 409, title: 'There is nobody waiting there to be put before' },
  'number-taken': { status: 409, title: 'This paper number was entered before' },
  'times-impossible': { status: 422, title: 'These times cannot be' },
  'same-office': { status: 422, title: 'The visit is in this office already' },
  'office-closed-to-transfer': {
    status: 409,
    title: 'The other office cannot take the visit now',
  },
  'nothing-to-undo': { status: 409, title: 'There is nothing to undo' },
  'undo-too-late': { status: 409, title: 'It is too late to undo this' },
  'undo-not-yours': { status: 403, title: 'Somebody else did this' },
  'undo-overtaken': { status: 409, title: 'Something else has happened since' },
} as const satisfies Record<RefusalCode, ProblemKind>

const REQUESTS = {
  'invalid-input': { status: 400, title: 'The request is not valid' },
  'invalid-json': { status: 400, title: 'The body is not valid JSON' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  'sign-in-needed': { status: 401, title: 'Sign in first' },
  'sign-in-failed': { status: 401, title: 'The user name or password is wrong' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'not-your-office': { status: 403, title: 'You may not do this in this office' },
  'origin-refused': { status: 403, title: 'The request came from another site' },
  'route-unknown': { status: 404, title: 'No such address' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'ticket-unknown': { status: 404, title: 'This link follows no ticket, or no longer does' },
  'push-not-offered': { status: 409, title: 'This server sends no messages to phones' },
  'push-full': { status: 409, title: 'The ticket tells as many phones as it can' },
  'room-code-wrong': { status: 422, title: 'This is not the code on the board now' },
  'office-unknown': { status: 404, title: 'No such office' },
  'agent-figures-off': { status: 403, title: 'The office shows no figures of single agents' },
  'group-too-small': { status: 403, title: 'So few agents could be told apart' },
  'region-unknown': { status: 404, title: 'No such region' },
  'too-many-rows': { status: 422, title: 'A workbook holds fewer rows than this: ask for CSV' },
  'device-unknown': { status: 404, title: 'The office has no such device' },
  'device-not-connected': { status: 409, title: 'The device is not connected now' },
  'enrolment-unknown': { status: 404, title: 'No device shows this code now' },
  'enrolment-used': { status: 409, title: 'This code has been used' },
  'enrolment-other-kind': {
    status: 409,
    title: 'The device that shows this code is of another kind',
  },
  'file-type-refused': {
    status: 415,
    title: 'The file is not of a kind that is taken here, whatever its name says',
  },
  'file-too-large': { status: 413, title: 'The file is larger than what is taken here' },
  'file-broken': { status: 422, title: 'The file is empty, or did not arrive whole' },
  'archive-too-large': {
    status: 413,
    title: 'What the archive holds is more, or larger, than what is taken here',
  },
  'archive-unsafe': {
    status: 422,
    title: 'The archive has names that lead out of its folder',
  },
  'no-voice-pack': {
    status: 422,
    title: 'Nothing in the archive is a voice pack: no digits/1.wav below the folder of a language',
  },
  'files-full': { status: 409, title: 'The office keeps as many bytes of files as it may' },
  'key-reused': { status: 422, title: 'This idempotency key was used for another request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'contract-too-old': { status: 426, title: 'This page is too old for the server' },
  'database-busy': { status: 503, title: 'The database cannot be written now' },
  'server-stopping': { status: 503, title: 'The server is stopping' },
  unexpected: { status: 500, title: 'Something went wrong' },
} as const satisfies Record<string, ProblemKind>

export const PROBLEMS = { ...RULES, ...REQUESTS }
export type ProblemCode = keyof typeof PROBLEMS
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]
export { REFUSAL_CODES }

export const Problem = z.object({
  type: z.string().describe('A URI that names the kind of problem'),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(PROBLEM_CODES),
  detail: z.string(),
  fields: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('Which fields are wrong, and how'),
  details: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .optional()
    .describe('Codes and ids that explain the problem'),
  requestId: z.string(),
})
export type Problem = z.infer<typeof Problem>
