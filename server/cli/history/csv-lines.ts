// A CSV file line by line, however long it is: only the line being read is in memory.
import { createReadStream } from 'node:fs'
import { parse, type CsvError } from 'csv-parse'
import { LineFault } from './faults.ts'

export interface CsvLine {
  /** Number of the line in the file on which it ends, the header's being 1. */
  readonly line: number
  /** The cells; or why they could not be told apart. */
  readonly record: readonly string[] | LineFault
}

/** A quote that is never closed must not take the rest of the file for one cell. */
const LONGEST = 1_000_000

/** The lines of the file, the header first. Throws when the file cannot be read. */
export async function* csvLines(file: string, delimiter: string): AsyncGenerator<CsvLine> {
  const skipped: CsvLine[] = []
  const input = createReadStream(file)
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: LONGEST,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) skipped.push({ line: lineOf(error), record: faultOf(error) })
    },
  })
  input.on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  try {
    for await (const each of parser as AsyncIterable<{
      info: { lines: number }
      record: string[]
    }>) {
      while (skipped.length > 0) yield* skipped.splice(0)
      yield { line: each.info.lines, record: each.record }
    }
    yield* skipped.splice(0)
  } finally {
    input.destroy()
  }
}

function lineOf(error: CsvError): number {
  return typeof error.lines === 'number' ? error.lines : 0
}

function faultOf(error: CsvError): LineFault {
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'has a quote that is never closed'
      : error.message.toLowerCase()
  return new LineFault('csv', '', '', what)
}
