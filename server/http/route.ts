// A route is declared once: who may, what it takes, what it answers. The same declaration checks
// requests and becomes the OpenAPI page.
import { hash } from 'node:crypto'
import type { Request, RequestHandler, Response, Router } from 'express'
import { z } from 'zod'
import type { Party, Permission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import type { ProblemCode } from '../protocol/problems.ts'
import { isFile } from './json-body.ts'
import { sendFile, type SentFile } from './sent-file.ts'

export interface Call<Body> {
  readonly body: Body
  /** The parts of the path: office, visit. */
  readonly params: Readonly<Record<string, string>>
  /** What stands after `?` in the address, as the route's `query` has checked it. */
  readonly query: Readonly<Record<string, string>>
  readonly request: Request
  readonly response: Response
  /** Idempotency key, with the hash of what was asked under it. */
  readonly key: { value: string; bodyHash: string } | null
}

export interface Answered {
  readonly status: number
  readonly body?: unknown
  /** Instead of a body: a file to be saved. */
  readonly file?: SentFile
}

interface RouteShape<Body extends z.ZodType | null> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `{office}` and `{visit}` for its parts. */
  readonly path: string
  readonly summary: string
  readonly body: Body
  /** What may stand after `?` in the address: texts. */
  readonly query?: z.ZodType<Record<string, string>>
  /** A file instead of JSON: its usual media types. The handler reads it and looks what it is. */
  readonly upload?: readonly string[]
  /** Schema of the body of each good answer; null: no body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>
  /** Media types of the file that is the good answer, if it is one. */
  readonly files?: readonly string[]
  /** Problems it may answer with, besides those of every route. */
  readonly problems?: readonly ProblemCode[]
}

type BodyOf<Body> = Body extends z.ZodType ? z.output<Body> : undefined

/** A route that needs no sign-in. */
export interface OpenRoute<
  Body extends z.ZodType | null = z.ZodType | null,
> extends RouteShape<Body> {
  readonly permission: null
  handle(call: Call<BodyOf<Body>>): Promise<Answered>
}

/** A route for those who may. The office scope of the party is checked by the handler's service. */
export interface GuardedRoute<
  Body extends z.ZodType | null = z.ZodType | null,
> extends RouteShape<Body> {
  readonly permission: Permission | 'signed-in'
  handle(call: Call<BodyOf<Body>> & { party: Party }): Promise<Answered>
}

/** Any route, its body's type forgotten: it has been tied to its schema by `route`. */
export interface Route extends RouteShape<z.ZodType | null> {
  readonly permission: Permission | 'signed-in' | null
  handle(call: Call<never> & { party: Party }): Promise<Answered>
}

/** Declares a route; ties the type of its body to its schema. */
export function route<Body extends z.ZodType | null>(
  declared: GuardedRoute<Body> | OpenRoute<Body>,
): Route {
  return declared
}

/** Finds out who is asking. Throws `sign-in-needed`, `not-allowed`. */
export type Authenticate = (request: Request, permission: Route['permission']) => Promise<Party>

/** Puts the routes on a router, each under its path and method. */
export function mountRoutes(
  router: Router,
  routes: readonly Route[],
  authenticate: Authenticate,
): void {
  for (const each of routes) {
    router[each.method](pattern(each.path), async (request, response) => {
      if (!each.upload && isFile(request)) throw new AppError('unsupported-media-type')
      const party = each.permission === null ? nobody : await authenticate(request, each.permission)
      const params = checkParams(request.params)
      const body = each.body === null ? undefined : parse(each.body, request.body)
      const query = each.query ? parse(each.query, request.query) : {}
      const key = readKey(request)
      const call = {
        body,
        params,
        query,
        request,
        response,
        key,
        party,
      } as unknown as Call<never> & {
        party: Party
      }
      const answer = await each.handle(call)
      // Not response.json: its look at caching headers is for pages, and costs each click.
      response.statusCode = answer.status
      if (answer.file) {
        await sendFile(response, answer.file)
        return
      }
      if (answer.body === undefined) {
        response.end()
        return
      }
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify(answer.body))
    })
  }
  const byPath = Map.groupBy(routes, (each) => each.path)
  for (const [path, there] of byPath) router.all(pattern(path), refuseMethod(there))
}

function pattern(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** An address that is there, asked with a method that it does not take. */
function refuseMethod(there: readonly Route[]): RequestHandler {
  const allow = there.map((each) => each.method.toUpperCase()).join(', ')
  return (_request, response) => {
    response.set('allow', allow)
    throw new AppError('method-not-allowed')
  }
}

const nobody = { id: 'nobody', name: '', kind: 'device', device: 'display', office: '' } as const

const Part = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)
const PROBLEM_OF: Record<string, ProblemCode> = { office: 'office-unknown', visit: 'visit-unknown' }

/** A part of the path that no id could look like names nothing we have. */
function checkParams(params: Record<string, string | string[]>): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) {
    const parsed = Part.safeParse(value)
    if (!parsed.success) throw new AppError(PROBLEM_OF[name] ?? 'route-unknown')
    result[name] = parsed.data
  }
  return result
}

function parse(schema: z.ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given ?? {})
  const fields = parsed.success
    ? notText(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  if (parsed.success && fields.length === 0) return parsed.data
  throw new AppError('invalid-input', { fields })
}

/** The fields that hold a NUL or half a character: JSON can say them, not every database keeps them. */
function notText(value: unknown, path = ''): { path: string; message: string }[] {
  if (typeof value === 'string') {
    const isText = value.isWellFormed() && !value.includes('\0')
    return isText ? [] : [{ path, message: 'not a text' }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    notText(each, path === '' ? name : `${path}.${name}`),
  )
}

const Key = z.string().regex(/^[\x21-\x7e]{1,200}$/)

function readKey(request: Request): Call<unknown>['key'] {
  const given = request.get('idempotency-key')
  if (given === undefined || request.method === 'GET') return null
  const parsed = Key.safeParse(given)
  if (!parsed.success) {
    throw new AppError('invalid-input', {
      fields: [{ path: 'Idempotency-Key', message: '1 to 200 printable characters' }],
    })
  }
  const asked = `${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`
  return { value: parsed.data, bodyHash: hash('sha256', asked, 'base64url') }
}
