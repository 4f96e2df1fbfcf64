// A table as CSV that opens right in a spreadsheet of either language: a byte order mark, semicolons and
// a decimal comma in French. What would be a formula is made harmless.
import { Readable } from 'node:stream'
import type { Options } from 'csv-stringify'
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../domain/settings.ts'
import type { SentFile } from '../../http/sent-file.ts'
import type { CellValue, Sheet } from './sheet.ts'

export const CSV_TYPE = 'text/csv; charset=utf-8'

/** So many rows are sent in one go: what is written row by row takes longer, and memory that outlives it. */
const AT_ONCE = 100

/**
 * What parts the cells of a file of either language: quoted, it parts none. LibreOffice offers to part them at
 * both, so that a decimal comma would make two cells.
 */
const PARTS = /[,;]/
/** What ends a line, or parts cells too, is a space in a text: quotes are not seen where it is read wrongly. */
const ENDS = /[\t\r\n]+/g
/** Where, read at the sign of the other language, a cell would begin that is a formula. */
const FORMULAS_INSIDE = /([,;] ?)(?=[=+@-])/g

/** The file, read as it is sent, some rows at a time. `name` without its ending. */
export function csvFile(name: string, sheet: Sheet, language: Language): SentFile {
  return { name, type: CSV_TYPE, content: Readable.from(partsOf(sheet, language), ONE_AHEAD) }
}

const ONE_AHEAD = { highWaterMark: 1 }

async function* partsOf({ headings, rows }: Sheet, language: Language): AsyncGenerator<string> {
  const options: Options = {
    delimiter: language === 'fr' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: PARTS,
    cast: {
      string: (value) => value.replaceAll(ENDS, ' ').trim().replaceAll(FORMULAS_INSIDE, "$1'"),
      number: (value) => (language === 'fr' ? String(value).replace('.', ',') : String(value)),
    },
  }
  yield stringify([headings], { ...options, bom: true })
  let some: (readonly CellValue[])[] = []
  for await (const row of rows) {
    some.push(row)
    if (some.length < AT_ONCE) continue
    yield stringify(some, options)
    some = []
  }
  if (some.length > 0) yield stringify(some, options)
}
