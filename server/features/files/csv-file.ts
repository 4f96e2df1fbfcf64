// A table as CSV that opens right in a spreadsheet of either language: a byte order mark, semicolons and
// a decimal comma in French. What would be a formula is made harmless.
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Language } from '../../domain/settings.ts'
import type { SentFile } from '../../http/sent-file.ts'
import type { CellValue, Sheet } from './sheet.ts'

export const CSV_TYPE = 'text/csv; charset=utf-8'

/** The file, read row by row as it is sent. `name` without its ending. */
export function csvFile(name: string, sheet: Sheet, language: Language): SentFile {
  const lines = stringify({
    bom: true,
    delimiter: language === 'fr' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      number: (value) => (language === 'fr' ? String(value).replace('.', ',') : String(value)),
    },
  })
  const source = Readable.from(withHeadings(sheet), { objectMode: true, highWaterMark: 64 })
  source.on('error', (error) => lines.destroy(error))
  lines.on('close', () => source.destroy())
  return { name, type: CSV_TYPE, content: source.pipe(lines) }
}

async function* withHeadings(sheet: Sheet): AsyncGenerator<readonly CellValue[]> {
  yield sheet.headings
  yield* sheet.rows
}
