// Asking the server over HTTP, for screens and programs: no framework. Every command carries an
// idempotency key, so that asking again after a cut changes nothing twice.
import type { Problem } from './problems.ts'

/** A problem the server told us, or `code: 'unreachable'` when it could not be asked. */
export class ApiError extends Error {
  readonly problem: Problem | null
  constructor(problem: Problem | null, cause?: unknown) {
    super(problem ? `${problem.code}: ${problem.detail}` : 'unreachable', { cause })
    this.problem = problem
  }
  get code(): Problem['code'] | 'unreachable' {
    return this.problem?.code ?? 'unreachable'
  }
}

export interface ApiOptions {
  /** Origin of the server; empty: the page's own. */
  base?: string
  /** Of a device or a program; screens of staff use the session cookie. */
  token?: () => string | null
  fetch?: typeof fetch
  newKey?: () => string
  /** How long to wait for an answer, ms. */
  timeout?: number
}

/** A file that is uploaded takes its time, ms. */
const UPLOAD_TIMEOUT = 600_000

/** A file to be saved, under its name. */
export interface TakenFile {
  readonly name: string
  readonly content: Blob
}

export function createHttpClient(options: ApiOptions) {
  const newKey = options.newKey ?? (() => crypto.randomUUID())

  async function request<T>(
    method: string,
    path: string,
    body?: unknown,
    key: string | null = method === 'GET' ? null : newKey(),
    timeout = options.timeout ?? (body instanceof Blob ? UPLOAD_TIMEOUT : 10_000),
  ): Promise<T> {
    const token = options.token?.() ?? null
    const headers: Record<string, string> = { accept: 'application/json' }
    const isFile = body instanceof Blob
    if (isFile) headers['content-type'] = body.type || 'application/octet-stream'
    else if (body !== undefined) headers['content-type'] = 'application/json'
    if (token !== null) headers.authorization = `Bearer ${token}`
    if (key !== null) headers['idempotency-key'] = key
    let response: Response
    let text: string
    try {
      response = await (options.fetch ?? fetch)(`${options.base ?? ''}/api/v1${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(timeout),
        ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
      })
      text = await response.text()
    } catch (cause) {
      throw new ApiError(null, cause)
    }
    const answer: unknown = text === '' ? null : JSON.parse(text)
    if (!response.ok) throw new ApiError(answer as Problem)
    return answer as T
  }

  /** A file as the server names it. Large ones take their time: nothing cuts them short. */
  async function file(path: string, body: unknown): Promise<TakenFile> {
    const token = options.token?.() ?? null
    const response = await (options.fetch ?? fetch)(`${options.base ?? ''}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    }).catch((cause: unknown) => {
      throw new ApiError(null, cause)
    })
    if (!response.ok) throw new ApiError((await response.json()) as Problem)
    const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
    return { name: said?.[1] ?? 'guichet', content: await response.blob() }
  }

  return { request, file }
}
