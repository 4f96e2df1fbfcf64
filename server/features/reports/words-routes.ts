// What reports may be asked about: the offices within somebody's scope, and their words.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { officeDay } from '../../domain/office-time.ts'
import { may, mayEnter, type Party } from '../../domain/permissions.ts'
import { settingsOfToday } from '../../domain/settings-upcast.ts'
import type { OfficeSettings } from '../../domain/settings.ts'
import { route, type Route } from '../../http/route.ts'
import { ReportWords, type ReportOffice } from '../../protocol/report-words.ts'
import { formerWords } from '../offices/former-words.ts'
import { officeSettings } from '../offices/office-store.ts'
import type { StaffRow } from '../staff/staff-store.ts'
import { groupsOf } from './agent-group-store.ts'

type Setting = readonly [code: string, settings: OfficeSettings]

export function reportWordsRoutes({ db, clock }: { db: Database; clock: Clock }): Route[] {
  async function wordsFor(party: Party): Promise<ReportWords> {
    const now = clock.now()
    const all = await officeSettings(db.reader)
    const theirs = all
      .filter(([code, { region }]) => mayEnter(party, { code, region: region?.code ?? null }))
      .map(([code, settings]): Setting => [code, settingsOfToday(settings, code)])
    const settings = theirs.map(([, each]) => each)
    const codes = theirs.map(([code]) => code)
    const groups = may(party, 'see-figures') ? [...(await groupsOf(db.reader, codes)).values()] : []
    return {
      at: new Date(now).toISOString(),
      offices: theirs.map((each) => officeOf(each, now)),
      regions: firstOfEach(settings.flatMap(({ region }) => region ?? [])),
      services: firstOfEach(
        settings
          .flatMap(({ services }) => services)
          .map(({ code, name, category, programme }) => ({ code, name, category, programme })),
      ),
      categories: firstOfEach(settings.flatMap(({ categories }) => categories)),
      programmes: firstOfEach(settings.flatMap(({ programmes }) => programmes)),
      outcomes: firstOfEach(settings.flatMap(({ outcomes }) => outcomes)),
      former: await formerWords(
        db.reader,
        theirs.map(([code, each]) => ({ code, settings: each })),
      ),
      agentGroups: firstOfEach(
        groups.flatMap((each) => each.groups.map(({ code, name }) => ({ code, name }))),
      ),
      agents: may(party, 'look-into') ? await agentsOf(codes) : [],
    }
  }

  /** Whether their own figures may be seen is asked where they are asked for. */
  async function agentsOf(codes: readonly string[]): Promise<ReportWords['agents']> {
    const rows = await db.reader<StaffRow>('staff').whereIn('office_id', codes).orderBy('name')
    return rows.map(({ id, name, office_id }) => ({ id, name, office: office_id ?? '' }))
  }

  return [
    route({
      method: 'get',
      path: '/report-words',
      summary: 'The offices whose figures you may see, and the words they are split by.',
      permission: 'see-cost',
      body: null,
      answers: { 200: ReportWords },
      handle: async ({ party }) => ({ status: 200, body: await wordsFor(party) }),
    }),
  ]
}

function officeOf([code, settings]: Setting, now: number): ReportOffice {
  const { name, region, timeZone, policy, agentFigures } = settings
  return {
    code,
    name,
    region: region?.code ?? null,
    timeZone,
    today: officeDay(now, timeZone),
    targetMinutes: policy.thresholds.wait.tooLongMinutes,
    agentFigures: agentFigures ?? false,
  }
}

function firstOfEach<T extends { readonly code: string }>(named: readonly T[]): T[] {
  const byCode = new Map<string, T>()
  for (const each of named) if (!byCode.has(each.code)) byCode.set(each.code, each)
  return [...byCode.values()]
}
