// The OpenAPI 3.1 document, made from the routes themselves: the schemas that validate are the
// schemas that document.
import { z } from 'zod'
import { Problem, PROBLEMS, type ProblemCode } from '../protocol/problems.ts'
import type { Route } from './route.ts'

const EVERY_ROUTE: readonly ProblemCode[] = ['unexpected', 'database-busy', 'too-many-requests']
const WITH_BODY: readonly ProblemCode[] = [
  'invalid-input',
  'invalid-json',
  'body-too-large',
  'unsupported-media-type',
]

export interface Operation {
  summary: string
  parameters: {
    name: string
    in: string
    required: boolean
    schema: object
    description?: string
  }[]
  requestBody?: object
  responses: Record<string, { description: string; content?: object }>
  security: object[]
}
export interface OpenApi {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, Operation>>
  components: object
}

export function openApi(routes: readonly Route[], version: string): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const route of routes) {
    const operations = (paths[route.path] ??= {})
    operations[route.method] = operation(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guichet',
      version,
      description:
        'The queue of a public service centre. Commands go over HTTP; what changed is told over Socket.IO.',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'guichet_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(route: Route): Operation {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const parameters: Operation['parameters'] = names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  parameters.push(...queryParameters(route))
  if (route.method !== 'get') {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
      description: 'The same key again is the same command again, and changes nothing',
    })
  }
  return {
    summary: route.summary,
    parameters,
    ...(route.body ? { requestBody: json(jsonSchema(route.body, 'input'), true) } : {}),
    ...(route.upload ? { requestBody: files(route.upload) } : {}),
    responses: { ...goodAnswers(route), ...problemAnswers(route) },
    security: route.permission === null ? [] : [{ session: [] }, { token: [] }],
  }
}

function queryParameters({ query }: Route): Operation['parameters'] {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query', required: required.includes(name), schema }
  })
}

function files(types: readonly string[]): object {
  const file = { schema: { type: 'string', format: 'binary' } }
  return { required: true, content: Object.fromEntries(types.map((type) => [type, file])) }
}

function goodAnswers(route: Route): Operation['responses'] {
  const file = { schema: { type: 'string', format: 'binary' } }
  const content = Object.fromEntries((route.files ?? []).map((type) => [type, file]))
  if (route.files) return { 200: { description: 'A file to be saved', content } }
  const entries = Object.entries(route.answers).map(([status, schema]) => [
    status,
    schema
      ? { description: 'Done', ...json(jsonSchema(schema, 'output')) }
      : { description: 'Done, nothing to tell' },
  ])
  return Object.fromEntries(entries) as Operation['responses']
}

function problemAnswers(route: Route): Operation['responses'] {
  const codes = [
    ...EVERY_ROUTE,
    ...(route.body ? WITH_BODY : []),
    ...(route.query ? (['invalid-input'] as const) : []),
    ...(route.permission === null ? [] : (['sign-in-needed', 'not-allowed'] as const)),
    ...(route.problems ?? []),
  ]
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status)
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      { description: [...new Set(group)].join(', '), content },
    ]),
  )
}

function json(schema: object, required?: boolean): { content: object; required?: boolean } {
  return { content: { 'application/json': { schema } }, ...(required ? { required } : {}) }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}
