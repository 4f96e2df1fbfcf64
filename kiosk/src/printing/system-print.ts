// The ticket through the system's own printer: laid out for print alone, at its true size, as the
// one picture on a page of the paper's width. The rest of the kiosk is not printed.
import { DOTS, type Paper } from '../../bridge.ts'

const DOTS_PER_MM = 8
const HOLDER = 'paper-ticket'
/** Below the cut, mm. */
const FOOT = 10

// A sheet of the page's own, and no element: the program's policy lets in no style that is written.
const sheet = new CSSStyleSheet()

/** Puts the ticket where the next print finds it, in the place of the one before. */
export async function layForPrint(canvas: HTMLCanvasElement, paper: Paper): Promise<void> {
  const image = new Image()
  image.alt = ''
  image.src = canvas.toDataURL('image/png')
  await image.decode()
  const holder = document.createElement('div')
  holder.id = HOLDER
  holder.append(image)
  document.getElementById(HOLDER)?.remove()
  document.body.append(holder)
  sheet.replaceSync(rules(paper, Math.ceil(canvas.height / DOTS_PER_MM)))
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
}

/** `height` in mm. */
function rules(paper: Paper, height: number): string {
  return `
    @page { size: ${paper}mm ${height + FOOT}mm; margin: 0 }
    #${HOLDER} { display: none }
    @media print {
      body > :not(#${HOLDER}) { display: none }
      body { background: none }
      #${HOLDER} { display: block; text-align: center }
      #${HOLDER} img { inline-size: ${DOTS[paper] / DOTS_PER_MM}mm; image-rendering: pixelated }
    }`
}

/** The paper that this browser was told to print on, by `?print=80` or `?print=58` in its address. */
export function paperInAddress(search: string): Paper | null {
  const asked = new URLSearchParams(search).get('print')
  return asked === '80' ? 80 : asked === '58' ? 58 : null
}
