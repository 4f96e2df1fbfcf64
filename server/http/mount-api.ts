// The API under its addresses: versioned and not, limited or not, and described as it is.
import compression from 'compression'
import { Router, type Express } from 'express'
import { docsPage } from './docs-page.ts'
import { arriveLimit, joinLimits } from './join-limits.ts'
import { approvalLimit, commandLimit, enrolmentLimit, signInLimits } from './limits.ts'
import { openApi } from './openapi.ts'
import { routeUnknown } from './problem-handler.ts'
import { mountRoutes, type Authenticate, type Route } from './route.ts'

const VERSION = '0.1.0'

export interface ApiParts {
  /** Under /api/v1. */
  readonly routes: readonly Route[]
  /** Under /api: what watches the server, and may not move with a version. */
  readonly system: readonly Route[]
  readonly authenticate: Authenticate
  /** Null: whoever asks may ask as often as they like. */
  readonly limits: {
    /** Whether this is the code that the office's room shows now. */
    readonly isCurrent: (office: string, code: string) => boolean
  } | null
}

export function mountApi(express: Express, parts: ApiParts): void {
  const { routes, system, authenticate, limits } = parts
  const api = Router()
  if (limits) {
    api.post('/sign-in', ...signInLimits())
    api.post('/enrolments', enrolmentLimit())
    api.post('/offices/:office/device-approvals', approvalLimit())
    api.post('/offices/:office/join', ...joinLimits(limits.isCurrent))
    api.post('/tickets/:token/arrive', arriveLimit())
    api.use(commandLimit())
  }
  mountRoutes(api, routes, authenticate)
  express.use('/api/v1', api)
  const unversioned = Router()
  mountRoutes(unversioned, system, authenticate)
  const document = openApi(
    [
      ...routes.map((each) => ({ ...each, path: `/api/v1${each.path}` })),
      ...system.map((each) => ({ ...each, path: `/api${each.path}` })),
    ],
    VERSION,
  )
  unversioned.get('/openapi.json', compression(), (_request, response) => {
    response.json(document)
  })
  unversioned.get('/docs', compression(), (_request, response) => {
    response.type('html').send(docsPage(document))
  })
  express.use('/api', unversioned)
  express.use('/api', routeUnknown)
}
