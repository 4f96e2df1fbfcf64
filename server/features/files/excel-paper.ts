// How a workbook goes on paper: of North America's size, with the headings on every page, and no wider than a
// page as far as that can be read. What the library has no word for is put into what it wrote.
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature, SheetOptions } from 'write-excel-file/node'
import { sanitizeTextContent } from 'write-excel-file/utility'

/** What the library takes pictures as; here are none. */
type Content = Stream | Buffer | Blob

/** Excel's number of the size Letter; the library knows A4 alone. */
const LETTER = 1
/** The widest sheet that is still read on one page, in characters. */
const READABLE = 250
/** A longer sheet, in characters of its XML, is not for paper: to change it would be to copy it whole. */
const LONGEST = 5_000_000

export const onPaper: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform(xml, sheet) {
          if (xml.length > LONGEST) return xml
          const isOnOnePage = isFitting(sheet)
          const fit = isOnOnePage ? ' fitToWidth="1" fitToHeight="0"' : ''
          const onLetter = xml.replace(
            '<pageSetup paperSize="9"',
            `<pageSetup paperSize="${LETTER}"${fit}`,
          )
          if (!isOnOnePage) return onLetter
          return onLetter.replace(
            /<worksheet[^>]*>/,
            '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
          )
        },
      },
      'xl/workbook.xml': {
        transform: (xml, sheets) =>
          xml.replace('<definedNames/>', () => `<definedNames>${titlesOf(sheets)}</definedNames>`),
      },
    },
  },
}

function isFitting({ columns = [] }: SheetOptions<Content>): boolean {
  return columns.reduce((sum, { width = 0 }) => sum + width, 0) <= READABLE
}

/** What is printed on each page again: what stays in sight on a screen. */
function titlesOf(sheets: readonly SheetOptions<Content>[]): string {
  return sheets
    .map(({ sheet = '', stickyColumnsCount = 0 }, index) => {
      const name = sanitizeTextContent(`'${sheet.replaceAll("'", "''")}'`)
      const range = `${stickyColumnsCount > 0 ? `${name}!$A:$A,` : ''}${name}!$1:$1`
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`
    })
    .join('')
}
