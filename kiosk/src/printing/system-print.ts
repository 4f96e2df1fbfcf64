// The ticket through the system's own printer: laid out for print alone, at its true size, as the
// one picture on a page of the paper's width. The rest of the kiosk is not printed.
import { DOTS, type Paper } from '../../bridge.ts'

const DOTS_PER_MM = 8
const HOLDER = 'paper-ticket'

/** Puts the ticket where the next print finds it, in the place of the one before. */
export async function layForPrint(canvas: HTMLCanvasElement, paper: Paper): Promise<void> {
  document.getElementById(HOLDER)?.remove()
  const image = new Image()
  image.alt = ''
  image.src = canvas.toDataURL('image/png')
  await image.decode()
  const height = Math.ceil(canvas.height / DOTS_PER_MM)
  image.style.inlineSize = `${DOTS[paper] / DOTS_PER_MM}mm`
  const page = document.createElement('style')
  page.textContent = [
    `@page { size: ${paper}mm ${height + 10}mm; margin: 0 }`,
    `#${HOLDER} { display: none }`,
    `@media print {
      body > :not(#${HOLDER}) { display: none }
      body { background: none }
      #${HOLDER} { display: block; text-align: center }
      #${HOLDER} img { image-rendering: pixelated }
    }`,
  ].join('\n')
  const holder = document.createElement('div')
  holder.id = HOLDER
  holder.append(page, image)
  document.body.append(holder)
}

/** The paper that this browser was told to print on, by `?print=80` or `?print=58` in its address. */
export function paperInAddress(search: string): Paper | null {
  const asked = new URLSearchParams(search).get('print')
  return asked === '80' ? 80 : asked === '58' ? 58 : null
}
