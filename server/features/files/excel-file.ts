// A table as a workbook of Excel. Texts are texts there, whatever they look like: nothing is a formula.
// The library builds a sheet in memory, so there is an end to its rows; CSV has none.
import { Readable } from 'node:stream'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { AppError } from '../../errors.ts'
import type { SentFile } from '../../http/sent-file.ts'
import type { CellValue, Sheet } from './sheet.ts'

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The most rows of a sheet. */
export const EXCEL_ROWS = 100_000

/** The file; throws `too-many-rows`. Sheets need names that differ. */
export async function excelFile(name: string, sheets: readonly Sheet[]): Promise<SentFile> {
  const pages = []
  for (const sheet of sheets) {
    const data: SheetData = [
      sheet.headings.map((value) => ({ value, fontWeight: 'bold' as const })),
    ]
    const widths = sheet.headings.map((heading) => heading.length)
    for await (const row of sheet.rows) {
      if (data.length > EXCEL_ROWS) {
        throw new AppError('too-many-rows', { details: { rows: EXCEL_ROWS } })
      }
      row.forEach((cell, index) => {
        widths[index] = Math.max(widths[index] ?? 0, lengthOf(cell))
      })
      data.push([...row])
    }
    const columns = widths.map((width) => ({ width: Math.min(Math.max(width + 2, 8), 60) }))
    pages.push({ data, sheet: sheet.name, columns, stickyRowsCount: 1 })
  }
  return { name, type: EXCEL_TYPE, content: Readable.from([await writeWorkbook(pages).toBuffer()]) }
}

const lengthOf = (cell: CellValue): number => (cell === null ? 0 : String(cell).length)
