// Files to take away: formulas are made harmless, a file of any length is read no faster than it is
// taken, and one that nobody takes to its end is let go.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { afterEach, describe, it } from 'mocha'
import { csvFile } from '../../server/features/files/csv-file.ts'
import { fileName, periodName, type CellValue } from '../../server/features/files/sheet.ts'
import { sendFile } from '../../server/http/sent-file.ts'
import { FORMULAS } from '../support/formulas.ts'

function sheetOf(rows: Iterable<CellValue[]>) {
  return { name: 'Sheet', headings: ['A', 'B'], rows }
}

describe('F20 a file to take away', () => {
  it('has no cell that a spreadsheet would run, in CSV', async () => {
    const written = await text(
      csvFile('f.csv', sheetOf(FORMULAS.map((each) => [each, -1.5])), 'en').content,
    )

    const rows: string[][] = parse(written, { bom: true, from: 2 })
    assert.equal(rows.length, FORMULAS.length)
    for (const [formula, number] of rows) {
      assert.match(formula ?? '', /^'/)
      assert.equal(number, '-1.5')
    }
  })

  it('opens right in both languages: what stands between cells, decimals, accents', async () => {
    const sheet = { ...sheetOf([['Été; à, "la"', 1.5]]), headings: ['Début', 'Durée'] }

    const english = await text(csvFile('f.csv', sheet, 'en').content)
    const french = await text(csvFile('f.csv', sheet, 'fr').content)

    assert.equal(english, '\ufeffDébut,Durée\r\n"Été; à, ""la""",1.5\r\n')
    assert.equal(french, '\ufeffDébut;Durée\r\n"Été; à, ""la""";"1,5"\r\n')
  })

  it('keeps each cell one cell, whatever a spreadsheet takes for its end', async () => {
    const texts = ['one\n=1+1', 'one\r=1+1', 'one,1+1', 'one; 1+1', 'one\t=1+1']
    for (const language of ['en', 'fr'] as const) {
      const written = await text(
        csvFile('f.csv', sheetOf(texts.map((each) => [each, 1.5])), language).content,
      )

      // Not even where quotes are not seen, since it parts cells at another sign.
      assert.equal(written.split(/[\n\r]+/).length, texts.length + 2)
      // A spreadsheet may end a cell at any of these, and a line at either of its signs.
      const rows: string[][] = parse(written, {
        ...{ bom: true, from: 2, delimiter: [',', ';', '\t'] },
        record_delimiter: ['\r\n', '\n', '\r'],
      })
      assert.deepEqual(
        rows,
        texts.map((each) => [each.replace(/[\n\r\t]/, ' '), language === 'fr' ? '1,5' : '1.5']),
      )
    }
  })

  it('has no formula even where it is read at the sign of the other language', async () => {
    const texts = ['one,=1+1', 'one; @SUM(A1)', 'one,-1', 'one;+1', 'one\n=1+1']
    for (const language of ['en', 'fr'] as const) {
      const rows = texts.map((each): CellValue[] => ['a', each, 'b'])
      const { content } = csvFile('f.csv', sheetOf(rows), language)

      const cells = (await text(content)).split(/[,;\r\n]+/)
      for (const cell of cells) assert.doesNotMatch(cell, /^"? ?[=@+-]/)
    }
  })

  it('leaves a cell empty that is unknown, and writes 0 where it is 0', async () => {
    assert.equal(
      await text(csvFile('f.csv', sheetOf([[null, 0]]), 'en').content),
      '\ufeffA,B\r\n,0\r\n',
    )
  })

  it('is named by what it is, in plain letters', () => {
    assert.equal(
      fileName(['Coût', 'Île de Vancouver', '', '2026-06-01'], 'csv'),
      'cout-ile-de-vancouver-2026-06-01.csv',
    )
    assert.deepEqual(periodName({ from: '2026-11-01', to: '2026-12-01' }), [
      '2026-11-01',
      '2026-11-30',
    ])
  })

  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close()
      server.closeAllConnections()
    }
  })

  /** A server of one file of `rows` rows; `made` is how many have been asked for. */
  async function serve(rows: number) {
    const told = { made: 0, ended: false }
    async function* many(): AsyncGenerator<CellValue[]> {
      try {
        for (let n = 0; n < rows; n += 1) {
          told.made = n + 1
          yield ['a row that is not short '.repeat(20), n]
          if (n % 100 === 0) await sleep(0)
        }
      } finally {
        told.ended = true
      }
    }
    const server = createServer((_, response) => {
      const file = csvFile('f.csv', { name: 'S', headings: ['A', 'B'], rows: many() }, 'en')
      void sendFile(response, file)
    })
    servers.push(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return { told, response }
  }

  it('of 100,000 rows is read no faster than it is taken, and comes whole', async function () {
    this.timeout(60_000)
    const { told, response } = await serve(100_000)
    response.pause()
    let before = -1
    while (before !== told.made) {
      before = told.made
      await sleep(300)
    }

    assert.ok(told.made < 60_000, `${told.made} rows were made that nobody took`)
    let lines = 0
    for await (const chunk of response) lines += String(chunk).split('\n').length - 1
    assert.equal(lines, 100_001)
  })

  it('that nobody takes to its end is let go', async () => {
    const { told, response } = await serve(1_000_000)
    response.destroy()
    for (let n = 0; n < 100 && !told.ended; n += 1) await sleep(20)

    assert.ok(told.ended)
    assert.ok(told.made < 1_000_000)
  })
})
