// Reports over HTTP: figures of any filter, of two periods, the visits behind each number, and files of
// both. All of it is read beside the queue, never through it.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { DEFINITIONS } from '../../domain/figures/definitions.ts'
import type { Party } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import { FigureAnswer, FigureAsk } from '../../protocol/figures.ts'
import {
  AgentFiguresAsk,
  Definitions,
  FigureComparison,
  FiguresCompared,
  FiguresFileAsk,
  VisitsAsk,
  VisitsBehind,
  VisitsFileAsk,
} from '../../protocol/report-contract.ts'
import { CSV_TYPE } from '../files/csv-file.ts'
import { EXCEL_TYPE } from '../files/excel-file.ts'
import { namesIn } from '../offices/former-words.ts'
import { officeFor } from '../scope.ts'
import { checkPeriod, scopeOf } from './figure-scope.ts'
import { figuresFile, visitsFile } from './report-files.ts'
import { figuresOf } from './read-model/figures-of.ts'
import { queryOf } from './read-model/query.ts'
import { visitList, visitPage } from './visit-pages.ts'
import type { Cell } from './visits-behind.ts'

const SCOPE = ['office-unknown', 'region-unknown', 'not-your-office', 'invalid-input'] as const
const AGENTS = ['agent-figures-off'] as const

export interface ReportParts {
  readonly db: Database
  readonly clock: Clock
}

export function reportRoutes(parts: ReportParts): Route[] {
  return [definitionsRoute(), ...figureRoutes(parts), ...visitRoutes(parts), agentRoute(parts)]
}

function definitionsRoute(): Route {
  return route({
    method: 'get',
    path: '/definitions',
    summary: 'What every figure means, in both languages, with the version of its definition.',
    permission: 'see-figures',
    body: null,
    answers: { 200: Definitions },
    handle: () => Promise.resolve({ status: 200, body: { definitions: [...DEFINITIONS] } }),
  })
}

function figureRoutes({ db, clock }: ReportParts): Route[] {
  const answer = async (party: Party, asked: FigureAsk): Promise<FigureAnswer> =>
    figuresOf(db, (await scopeOf(db, party, asked)).query, clock.now())
  return [
    route({
      method: 'post',
      path: '/figures',
      summary: 'Figures of the visits that a filter leaves, in total and by up to two groupings.',
      permission: 'see-figures',
      body: FigureAsk,
      answers: { 200: FigureAnswer },
      problems: [...SCOPE, ...AGENTS],
      handle: async ({ body, party }) => ({ status: 200, body: await answer(party, body) }),
    }),
    route({
      method: 'post',
      path: '/figures/compare',
      summary: 'The same figures of two periods.',
      permission: 'see-figures',
      body: FigureComparison,
      answers: { 200: FiguresCompared },
      problems: [...SCOPE, ...AGENTS],
      async handle({ body: { before, ...asked }, party }) {
        checkPeriod(before)
        const compared = {
          now: await answer(party, asked),
          before: await answer(party, { ...asked, ...before }),
        }
        return { status: 200, body: compared }
      },
    }),
    route({
      method: 'post',
      path: '/figures/file',
      summary:
        'The same figures, of one period or of two, a row for each group, as CSV or for Excel.',
      permission: 'see-figures',
      body: FiguresFileAsk,
      answers: {},
      files: [CSV_TYPE, EXCEL_TYPE],
      problems: [...SCOPE, ...AGENTS, 'too-many-rows'],
      async handle({ body: { format, language, before, ...asked }, party }) {
        if (before) checkPeriod(before)
        const { query, offices } = await scopeOf(db, party, asked)
        const now = await figuresOf(db, query, clock.now())
        const other = before && {
          ...{ period: before },
          answer: await figuresOf(db, { ...query, ...before }, clock.now()),
        }
        const names = await namesIn(db.reader, offices)
        const as = { query, offices, names, format, language }
        return { status: 200, file: await figuresFile(now, other ?? null, as) }
      },
    }),
  ]
}

function visitRoutes({ db, clock }: ReportParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/figures/visits',
      summary: 'The visits behind a number, a page at a time; nobody’s name is among them.',
      permission: 'see-visits',
      body: VisitsAsk,
      answers: { 200: VisitsBehind },
      problems: [...SCOPE, ...AGENTS],
      async handle({ body: { groups, figure, share, after, limit, ...asked }, party }) {
        const cell = cellOf({ groups, figure, share })
        const by = cell.groups.map((each) => each.by)
        const { query } = await scopeOf(db, party, { ...asked, by })
        const page = await visitPage(db.reader, query, cell, clock.now(), { after, limit })
        return { status: 200, body: visitList(page) }
      },
    }),
    route({
      method: 'post',
      path: '/figures/visits/file',
      summary: 'All visits behind a number, as CSV of any length or for Excel.',
      permission: 'see-visits',
      body: VisitsFileAsk,
      answers: {},
      files: [CSV_TYPE, EXCEL_TYPE],
      problems: [...SCOPE, ...AGENTS, 'too-many-rows'],
      async handle({ body: { groups, figure, share, format, language, ...asked }, party }) {
        const cell = cellOf({ groups, figure, share })
        const by = cell.groups.map((each) => each.by)
        const { query, offices } = await scopeOf(db, party, { ...asked, by })
        const names = await namesIn(db.reader, offices)
        const as = { query, offices, names, format, language }
        return { status: 200, file: await visitsFile(db.reader, cell, clock.now(), as) }
      },
    }),
  ]
}

function cellOf({ groups, figure, share }: Pick<VisitsAsk, 'groups' | 'figure' | 'share'>): Cell {
  return { groups: groups ?? [], figure: figure ?? null, share: share ?? null }
}

function agentRoute({ db, clock }: ReportParts): Route {
  return route({
    method: 'post',
    path: '/offices/{office}/agent-figures',
    summary: 'Figures of one agent, for them and their manager, where the office wants them.',
    permission: 'see-own-figures',
    body: AgentFiguresAsk,
    answers: { 200: FigureAnswer },
    problems: ['office-unknown', 'not-your-office', 'agent-figures-off', 'invalid-input'],
    async handle({ body: { agent, from, to }, party, params }) {
      const { code, settings } = await officeFor(db, party, params.office ?? '')
      checkPeriod({ from, to })
      if (settings.agentFigures !== true) throw new AppError('agent-figures-off')
      const isManager = party.kind === 'staff' && party.role === 'manager'
      if (party.id !== agent && !isManager) throw new AppError('not-allowed')
      const query = { ...queryOf([code], from, to), agents: new Map([[code, [agent]]]) }
      return { status: 200, body: await figuresOf(db, query, clock.now()) }
    },
  })
}
