// Data quality: which visits should be looked into, what was found, and a score for each office. A visit
// is put right by a correction, a fact of its own; here is only that somebody looked.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import type { Flag } from '../../domain/figures/keys.ts'
import { AppError } from '../../errors.ts'
import { route, type Route } from '../../http/route.ts'
import {
  LookInto,
  LookIntoAnswer,
  QualityAsk,
  QualityList,
  QualityScores,
  QualityScoresAsk,
  type DoubtedVisit,
} from '../../protocol/report-contract.ts'
import type { Commands } from '../commands.ts'
import { idUnderKey } from '../key-id.ts'
import { scopeOf } from '../reports/figure-scope.ts'
import { figuresOf } from '../reports/read-model/figures-of.ts'
import { visitPage, visitRow } from '../reports/visit-pages.ts'
import { checksOf, findCheck, insertCheck, type CheckRow } from './check-store.ts'

const SCOPE = ['office-unknown', 'not-your-office', 'invalid-input'] as const
const EVERY_VISIT = { groups: [], figure: null, share: null } as const

export interface QualityParts {
  readonly db: Database
  readonly clock: Clock
  readonly nameOf: (staff: string) => string | null
}

export function qualityRoutes(commands: Commands, parts: QualityParts): Route[] {
  return [listRoute(parts), lookIntoRoute(commands, parts), scoresRoute(parts)]
}

function listRoute({ db, clock, nameOf }: QualityParts): Route {
  return route({
    method: 'post',
    path: '/offices/{office}/doubted-visits',
    summary: 'Flagged visits, each with what helps; those that were looked into are left out.',
    permission: 'look-into',
    body: QualityAsk,
    answers: { 200: QualityList },
    problems: SCOPE,
    async handle({ body: { flags, state = 'open', after, limit, from, to }, party, params }) {
      const office = params.office ?? ''
      const asked = { from, to, offices: [office], flagged: 'only' as const }
      const { query } = await scopeOf(db, party, asked)
      const checks = await checksOf(db.reader, office, { from, to })
      const { found, next } = await visitPage(db.reader, query, EVERY_VISIT, clock.now(), {
        ...{ after, limit },
        isWanted: (each) =>
          (flags === undefined || each.flags.some((flag) => flags.includes(flag))) &&
          (state === 'any' || checks.has(each.visit.id) === (state === 'looked-into')),
      })
      const visits = found.map((each): DoubtedVisit => {
        const check = checks.get(each.visit.id)
        const lookedInto = check ? shown(check, nameOf) : null
        return { ...visitRow(each), todo: todoOf(each.flags), lookedInto }
      })
      return { status: 200, body: { visits, next } }
    },
  })
}

/** What helps most: the worst of its flags says so. */
function todoOf(flags: readonly Flag[]): DoubtedVisit['todo'] {
  const wrongTimes: readonly Flag[] = ['times-wrong', 'overnight', 'closed-by-night']
  if (flags.some((flag) => wrongTimes.includes(flag))) return 'correct'
  return flags.includes('duplicate') ? 'compare' : 'confirm'
}

function lookIntoRoute(commands: Commands, { db, clock, nameOf }: QualityParts): Route {
  return route({
    method: 'post',
    path: '/visits/{visit}/look-into',
    summary: 'Say that a doubted visit was looked into, what was found and why. Edits nothing.',
    permission: 'look-into',
    body: LookInto,
    answers: { 201: LookIntoAnswer },
    problems: ['visit-unknown', 'not-your-office', 'key-reused'],
    async handle({ body: { finding, reason }, party, params, key }) {
      const visit = params.visit ?? ''
      const { state } = await commands.enter(party, await commands.officeOf(visit))
      const id = idUnderKey(key, party.id) ?? commands.newId()
      await insertCheck(db.knex, {
        ...{ id, office_id: state.office, visit_id: visit, finding, reason },
        ...{ checked_at: clock.now(), checked_by: party.id },
      })
      const row = await findCheck(db.knex, id)
      const isSame = row?.visit_id === visit && row.finding === finding && row.reason === reason
      if (!isSame) throw new AppError('key-reused')
      return { status: 201, body: { visit, lookedInto: shown(row, nameOf) } }
    },
  })
}

function shown(
  { checked_at, checked_by, finding, reason }: CheckRow,
  nameOf: QualityParts['nameOf'],
): LookIntoAnswer['lookedInto'] {
  return { at: new Date(checked_at).toISOString(), by: nameOf(checked_by), finding, reason }
}

function scoresRoute({ db, clock }: QualityParts): Route {
  return route({
    method: 'post',
    path: '/quality-scores',
    summary:
      'For each office: the share of its visits that no flag is on, and how many of the others were looked into.',
    permission: 'see-figures',
    body: QualityScoresAsk,
    answers: { 200: QualityScores },
    problems: [...SCOPE, 'region-unknown'],
    async handle({ body, party }) {
      const { query } = await scopeOf(db, party, { ...body, by: ['office'] })
      const { groups } = await figuresOf(db, query, clock.now())
      const offices = []
      for (const { keys, figures } of groups) {
        const [office = ''] = keys
        const { visits, flagged } = figures.counts
        const checks = await checksOf(db.reader, office, body)
        offices.push({
          ...{ office, visits, flagged, flags: figures.flags },
          lookedInto: checks.size,
          score: figures.shares.clean?.share ?? null,
        })
      }
      return { status: 200, body: { offices } }
    },
  })
}
