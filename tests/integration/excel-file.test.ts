// Workbooks to take away, as Excel would read them: what each cell is, how it is written and how wide, and
// how the sheet goes on paper.
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'mocha'
import { EXCEL_ROWS, excelFile } from '../../server/features/files/excel-file.ts'
import type { CellValue } from '../../server/features/files/sheet.ts'
import { FORMULAS } from '../support/formulas.ts'
import { unzipped } from '../support/unzipped.ts'

/** The parts of a workbook of one sheet, that sheet, and of each of its cells the kind and the value. */
async function workbookOf(headings: string[], rows: CellValue[][]) {
  const { content } = await excelFile('f.xlsx', [{ name: 'Relevé', headings, rows }])
  const parts = unzipped(await buffer(content))
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  const styles = parts.get('xl/styles.xml') ?? ''
  const formats = new Map(
    Array.from(
      styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g),
      ([, id, code]) => [id, code] as const,
    ),
  )
  const ways = Array.from(
    (styles.split('<cellXfs')[1] ?? '').matchAll(/<xf ([^>]*)>(?:<alignment ([^>]*)\/>)?/g),
  )
  const cells = new Map(
    Array.from(sheet.matchAll(/<c r="(\w+)"([^>]*)>(?:<v>([^<]*)<)?/g), ([, at, how, value]) => {
      const [, way, alignment] = ways[Number(/ s="(\d+)"/.exec(how ?? '')?.[1])] ?? []
      return [
        at,
        {
          isText: how?.includes('t="s"') ?? false,
          value: Number(value),
          format: formats.get(/numFmtId="(\d+)"/.exec(way ?? '')?.[1]),
          align: /horizontal="(\w+)"/.exec(alignment ?? '')?.[1],
        },
      ] as const
    }),
  )
  return { parts, sheet, styles, cells }
}

describe('F20 a workbook to take away', () => {
  it('has no cell that a spreadsheet would run, for Excel', async () => {
    const { parts, sheet } = await workbookOf(
      ['A', 'B'],
      FORMULAS.map((each) => [each, 1]),
    )

    assert.match(sheet, /<row/)
    assert.ok(!/<f[ >]/.test(sheet), sheet)
    const texts = [...parts.values()].join('')
    assert.match(texts, /=1\+1/)
  })

  it('has days and times as such for Excel, from the left as their headings, and nothing else', async () => {
    const dates: [string, number, string][] = [
      // Days since 30 December 1899, as Excel counts them.
      ['2026-11-02', 46_328, 'yyyy-mm-dd'],
      ['2026-11-02 08:31', 46_328 + (8 * 60 + 31) / 1440, 'yyyy-mm-dd hh:mm'],
      ['08:30', (8 * 60 + 30) / 1440, 'hh:mm'],
      // To the last bit: of a trifle less LibreOffice shows the second before.
      ['08:35:14', 30_914 / 86_400, 'hh:mm:ss'],
    ]
    const texts = ['2026-11', '26-11-02', '24:00', '8:30', '2026-13-40']
    const { cells } = await workbookOf(
      ['A'],
      [...dates.map(([text]) => [text]), ...texts.map((text) => [text])],
    )

    assert.equal(cells.get('A1')?.align, 'left')
    for (const [index, [, value, format]] of dates.entries()) {
      const cell = cells.get(`A${index + 2}`)
      assert.deepEqual(cell, { isText: false, value, format, align: 'left' })
    }
    for (const [index, text] of texts.entries())
      assert.ok(cells.get(`A${index + dates.length + 2}`)?.isText, text)
  })

  it('shows every decimal there is for Excel, in a column that is wide enough for it', async () => {
    const { cells, sheet } = await workbookOf(
      ['Visits', 'Minutes', 'Rate', 'Seconds', 'Exact', 'Known'],
      [
        [1_000_000, 1.5, 1.2345, 9_000_000.125, 3.51768718, null],
        [2, 2, 2, -1, 0.0000001, null],
      ],
    )

    const formats = ['A', 'B', 'C', 'D', 'E'].map((column) => cells.get(`${column}3`)?.format)
    assert.deepEqual(formats, [
      ...['#,##0', '#,##0.00', '#,##0.0000'],
      ...['#,##0.000', '#,##0.00000000'],
    ])
    const widths = Array.from(sheet.matchAll(/<col [^>]*width="(\d+)"/g), ([, width]) => width)
    assert.ok(Number(widths[3]) > '9,000,000.125'.length, `${widths[3]}`)
    // A figure that nothing is known of stands as the others do.
    assert.equal(cells.get('F1')?.align, 'right')
  })

  it('makes a row as high as the lines of its text', async () => {
    const { sheet } = await workbookOf(['A'], [['one'], ['one\ntwo'], ['long words '.repeat(12)]])

    const heights = Array.from(sheet.matchAll(/<row r="(\d)"([^>]*)>/g), ([, row, how]) => {
      return [row, Number(/ ht="([\d.]+)"/.exec(how ?? '')?.[1])]
    })
    assert.deepEqual(heights, [
      ['1', 16],
      ['2', NaN],
      ['3', 32],
      ['4', 48],
    ])
  })

  it('has nothing in a cell that Excel would refuse, nor a row that is too high', async () => {
    const { parts, sheet } = await workbookOf(['A'], [['a text of many words '.repeat(2_000)]])

    const [, text = ''] =
      /<t[^>]*>(a text[^<]*)</.exec(parts.get('xl/sharedStrings.xml') ?? '') ?? []
    assert.equal(text.length, 32_767)
    assert.match(text, /…$/)
    for (const [, height] of sheet.matchAll(/ ht="([\d.]+)"/g)) assert.ok(Number(height) <= 409)
  })

  it('is of one type throughout, and goes on Letter paper, with its headings on each page', async () => {
    const { parts, sheet, styles } = await workbookOf(['A', 'B'], [['a', 1]])

    const fonts = Array.from(styles.matchAll(/<font>.*?<\/font>/g), ([font]) => font)
    assert.equal(fonts.length, 2)
    for (const font of fonts) {
      assert.match(font, /<name val="Calibri"\/><sz val="11"\/>/)
      assert.ok(!font.includes('scheme'), font)
    }
    assert.match(
      sheet,
      /^[^>]*>\s*<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/,
    )
    assert.match(sheet, /<pageSetup paperSize="1" fitToWidth="1" fitToHeight="0" /)
    assert.match(
      parts.get('xl/workbook.xml') ?? '',
      /<definedName name="_xlnm.Print_Titles" localSheetId="0">'Relevé'!\$1:\$1</,
    )
  })

  it('goes over several pages where it would be too small to read on one', async () => {
    const { sheet } = await workbookOf(
      Array.from({ length: 40 }, (_, n) => `Heading ${n}`),
      [Array.from({ length: 40 }, () => 1)],
    )

    assert.match(sheet, /paperSize="1"/)
    assert.ok(!/fitTo/.test(sheet))
  })

  it('is refused for Excel when it has more rows than a workbook here holds', async () => {
    const rows = (function* () {
      for (let n = 0; n <= EXCEL_ROWS; n += 1) yield [n]
    })()

    await assert.rejects(excelFile('f.xlsx', [{ name: 'Sheet', headings: ['A'], rows }]), {
      code: 'too-many-rows',
    })
  })
})
