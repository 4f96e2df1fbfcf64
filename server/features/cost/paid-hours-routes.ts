// The hours that an office paid: shifts as planned, or a file of them. What is said of a day is all there
// is of that day, so that sending it again changes nothing.
import { CsvError, parse } from 'csv-parse/sync'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/connect.ts'
import { readShifts, sharedTime, type Fault, type Shift } from '../../domain/cost/paid-hours.ts'
import { route, type Route } from '../../http/route.ts'
import { PaidDay, PaidHoursFile, PaidHoursRead, PaidShifts } from '../../protocol/cost-contract.ts'
import { officeFor } from '../scope.ts'
import { putShifts, shiftsOn } from './cost-store.ts'

const OFFICE = ['office-unknown', 'not-your-office'] as const

export function paidHoursRoutes({ db, clock }: { db: Database; clock: Clock }): Route[] {
  async function keep(
    office: string,
    by: string,
    { shifts, faults, lines, dryRun }: Read,
  ): Promise<PaidHoursRead> {
    const isKept = faults.length === 0 && !dryRun
    if (isKept) await putShifts(db.knex, office, shifts, { at: clock.now(), by })
    return { lines, kept: isKept ? shifts.length : 0, faults: [...faults] }
  }

  return [
    route({
      method: 'get',
      path: '/offices/{office}/paid-shifts/{day}',
      summary: 'What is known to be paid on a day (YYYY-MM-DD).',
      permission: 'set-paid-hours',
      body: null,
      answers: { 200: PaidDay },
      problems: OFFICE,
      async handle({ party, params }) {
        const { code } = await officeFor(db, party, params.office ?? '')
        const shifts = await shiftsOn(db.reader, code, params.day ?? '')
        return {
          status: 200,
          body: { shifts: shifts.map(({ who, from, to, paidMs }) => ({ who, from, to, paidMs })) },
        }
      },
    }),
    route({
      method: 'put',
      path: '/offices/{office}/paid-shifts',
      summary: 'Planned shifts: all that is paid on their days. With a fault nothing is kept.',
      permission: 'set-paid-hours',
      body: PaidShifts,
      answers: { 200: PaidHoursRead },
      problems: OFFICE,
      async handle({ body, party, params }) {
        const { code } = await officeFor(db, party, params.office ?? '')
        const shifts = body.shifts.map(({ day, who, from, to, unpaidMinutes }) => ({
          ...{ day, who, from, to },
          paidMs: (to - from - unpaidMinutes) * 60_000,
        }))
        const faults = sharedTime(shifts.map((shift, index) => ({ ...shift, line: index + 1 })))
        const read = { shifts, faults, lines: shifts.length, dryRun: false }
        return { status: 200, body: await keep(code, party.id, read) }
      },
    }),
    route({
      method: 'post',
      path: '/offices/{office}/paid-hours',
      summary:
        'A CSV file of paid hours: day, who, from, to, unpaid minutes; or day, who, paid hours. ' +
        'With a fault in any line nothing is kept.',
      permission: 'set-paid-hours',
      body: PaidHoursFile,
      answers: { 200: PaidHoursRead },
      problems: OFFICE,
      async handle({ body, party, params }) {
        const { code } = await officeFor(db, party, params.office ?? '')
        const read = { ...readFile(body.csv), dryRun: body.dryRun ?? false }
        return { status: 200, body: await keep(code, party.id, read) }
      },
    }),
  ]
}

interface Read {
  readonly shifts: readonly Shift[]
  readonly faults: readonly Fault[]
  readonly lines: number
  readonly dryRun: boolean
}

function readFile(csv: string): Omit<Read, 'dryRun'> {
  try {
    const lines = linesOf(csv)
    return { ...readShifts(lines), lines: Math.max(0, lines.length - 1) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    const fault = { line, column: null, fault: 'not-a-table', value: '' } as const
    return { shifts: [], faults: [fault], lines: 0 }
  }
}

/** The lines that hold anything, whatever stands between their cells. */
function linesOf(csv: string): { line: number; cells: string[] }[] {
  const head = csv.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [';', '\t', ','].find((each) => head.includes(each)) ?? ','
  const records = parse(csv, {
    ...{ bom: true, delimiter, info: true, relax_column_count: true, relax_quotes: true },
    skip_empty_lines: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
}
