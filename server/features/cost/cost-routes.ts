// Cost by programme: the statement of a period, and the same with its evidence as a file.
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { settingsHad, withGone } from '../../db/settings-had.ts'
import { Ledger } from '../../domain/cost/statement.ts'
import type { Party } from '../../domain/permissions.ts'
import { route, type Route } from '../../http/route.ts'
import type { SentFile } from '../../http/sent-file.ts'
import { CostAsk, CostFileAsk, CostStatement } from '../../protocol/cost-contract.ts'
import { CSV_TYPE, csvFile } from '../files/csv-file.ts'
import { EXCEL_TYPE, excelFile } from '../files/excel-file.ts'
import { fileName, inLanguage, periodName } from '../files/sheet.ts'
import { namesIn } from '../offices/former-words.ts'
import { officesFor } from '../scope.ts'
import { evidenceSheet, namesSaid, statementSheet } from './cost-file.ts'
import { evidence, ratesOf, statementOf, type CostOf } from './cost-statement.ts'

const SCOPE = ['office-unknown', 'region-unknown', 'not-your-office'] as const

export function costRoutes({ db, clock }: { db: Database; clock: Clock }): Route[] {
  async function askedFor(party: Party, body: CostAsk): Promise<CostOf> {
    const seen = await officesFor(db, party, body)
    const had = await settingsHad(
      db.reader,
      seen.map(({ code }) => code),
    )
    // What was done for a service that is gone is still for its programme.
    const offices = seen.map((office) => {
      return { ...office, settings: withGone(office.settings, had.get(office.code)) }
    })
    const { from, to, programme = null } = body
    return { offices, from, to, programme, now: clock.now() }
  }

  async function fileOf(
    party: Party,
    body: ReturnType<typeof CostFileAsk.parse>,
  ): Promise<SentFile> {
    const { what, format, language } = body
    const asked = await askedFor(party, body)
    const { offices } = asked
    const names = namesSaid({ offices, names: await namesIn(db.reader, offices), language })
    const ledger = new Ledger(await ratesOf(db.reader))
    const sheet =
      what === 'statement'
        ? statementSheet(await statementOf(db.reader, asked), names, language)
        : evidenceSheet(evidence(db.reader, asked, ledger), names, language)
    const [only] = asked.offices.length === 1 ? asked.offices : []
    const title = inLanguage(language, ['cost', what], ['cout', FRENCH[what]])
    const name = fileName(
      [...title, asked.programme ?? '', ...periodName(asked), only?.code ?? body.region ?? ''],
      format,
    )
    return format === 'csv' ? csvFile(name, sheet, language) : excelFile(name, [sheet])
  }

  return [
    route({
      method: 'post',
      path: '/cost',
      summary:
        'Cost by programme: minutes by service, step and channel at their rates, what was for no ' +
        'visit apart, held against paid hours.',
      permission: 'see-cost',
      body: CostAsk,
      answers: { 200: CostStatement },
      problems: SCOPE,
      handle: async ({ body, party }) => ({
        status: 200,
        body: await statementOf(db.reader, await askedFor(party, body)),
      }),
    }),
    route({
      method: 'post',
      path: '/cost/file',
      summary: 'The statement, or each visit’s part in it line by line, as CSV or for Excel.',
      permission: 'see-cost',
      body: CostFileAsk,
      answers: {},
      files: [CSV_TYPE, EXCEL_TYPE],
      problems: [...SCOPE, 'too-many-rows'],
      handle: async ({ body, party }) => ({ status: 200, file: await fileOf(party, body) }),
    }),
  ]
}

const FRENCH = { statement: 'releve', evidence: 'pieces' } as const
