// Prints tickets and knows how the printer is: through the kiosk's program, or through the system's
// printer in a browser that was told to. Whatever happens, the number is valid without its paper.
import { onScopeDispose, readonly, ref, shallowRef, type Ref } from 'vue'
import type { PrinterState } from '#protocol'
import { DOTS, type KioskBridge, type Paper } from '../../bridge.ts'
import { drawTicket } from './draw-ticket.ts'
import { paperParts, type PaperTicket } from './paper-ticket.ts'
import { rasterOf } from './raster.ts'
import { layForPrint } from './system-print.ts'

/** How the paper of the ticket on the screen is. `none`: this kiosk prints nothing. */
export type Printed =
  | { readonly is: 'none' | 'printing' | 'printed' }
  | { readonly is: 'failed'; readonly why: Exclude<PrinterState, 'none' | 'ready' | 'paper-low'> }

export interface Printing {
  /** How the printer is; null: not known yet. */
  readonly printer: Readonly<Ref<PrinterState | null>>
  readonly printed: Readonly<Ref<Printed>>
  print(ticket: PaperTicket): Promise<void>
}

export interface PrintingOptions {
  readonly bridge: KioskBridge | undefined
  /** Of a browser without the program; null: it prints nothing. */
  readonly paper: Paper | null
  /** Prints what is laid out; by default the browser's own. */
  readonly printPage?: () => void
}

export function usePrinting({
  bridge,
  paper,
  printPage = () => print(),
}: PrintingOptions): Printing {
  const printer = ref<PrinterState | null>(bridge ? null : paper === null ? 'none' : 'ready')
  const printed = shallowRef<Printed>({ is: 'none' })
  /** Of the newest ticket: what is heard of an older one is for nobody who stands here. */
  let latest = 0
  if (bridge)
    onScopeDispose(
      bridge.onPrinter((state) => {
        printer.value = state
      }),
    )

  async function send(ticket: PaperTicket): Promise<PrinterState> {
    const width = bridge ? (await bridge.about()).paper : paper
    if (width === null) return 'none'
    const canvas = await drawTicket(paperParts(ticket, width), DOTS[width])
    await layForPrint(canvas, width)
    if (bridge) return bridge.print(rasterOf(canvas))
    printPage()
    return 'ready'
  }

  return {
    printer: readonly(printer),
    printed,
    async print(ticket) {
      latest += 1
      const mine = latest
      const hasNone = bridge ? printer.value === 'none' : paper === null
      printed.value = { is: hasNone ? 'none' : 'printing' }
      if (hasNone) return
      let state: PrinterState
      try {
        state = await send(ticket)
      } catch {
        state = 'offline'
      }
      if (bridge) printer.value = state
      if (mine === latest) printed.value = printedBy(state)
    },
  }
}

function printedBy(state: PrinterState): Printed {
  if (state === 'none') return { is: 'none' }
  if (state === 'ready' || state === 'paper-low') return { is: 'printed' }
  return { is: 'failed', why: state }
}
