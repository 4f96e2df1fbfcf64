// What a kiosk does for itself: it prints, says how it is when something changes and each minute, and
// begins afresh when it is asked to and nobody stands before it.
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { ApiError, type Api, type DeviceReport } from '#protocol'
import type { KioskBridge } from '../../bridge.ts'
import { usePrinting, type Printing } from '../printing/use-printing.ts'
import { paperInAddress } from '../printing/system-print.ts'

export interface DeviceCare {
  readonly api: Pick<Api, 'reportHealth'>
  readonly isLive: Readonly<Ref<boolean>>
  /** Nobody stands before it. */
  readonly isFree: Readonly<Ref<boolean>>
  /** How often it was asked to begin afresh. */
  readonly restarts: Readonly<Ref<number>>
  readonly bridge?: KioskBridge | undefined
  /** Loads the page again; by default the browser does. */
  readonly reload?: () => void
}

const EACH = 60_000
/** The version of a page without a program. */
const PAGE_VERSION = 'page'

export function useDeviceCare(care: DeviceCare): Printing {
  const { api, isLive, isFree, restarts } = care
  const bridge = 'bridge' in care ? care.bridge : window.guichetKiosk
  const printing = usePrinting({ bridge, paper: paperInAddress(location.search) })
  const begun = performance.now()
  const cuts = ref(0)
  let roundTrip: number | null = null

  async function report(): Promise<void> {
    if (printing.printer.value === null) return
    const about = bridge ? await bridge.about() : null
    const body: DeviceReport = {
      printer: printing.printer.value,
      version: about?.version ?? PAGE_VERSION,
      uptime: about?.uptime ?? Math.round((performance.now() - begun) / 1_000),
      network: { cuts: cuts.value, roundTrip },
    }
    const sentAt = performance.now()
    try {
      await api.reportHealth(body)
      roundTrip = Math.round(performance.now() - sentAt)
    } catch (error) {
      // It is said again within a minute, and as soon as the server is there again.
      if (!(error instanceof ApiError)) throw error
    }
  }

  watch(isLive, (live, was) => {
    if (was && !live) cuts.value += 1
  })
  watch(
    [isLive, printing.printer],
    ([live]) => {
      if (live) void report()
    },
    { immediate: true },
  )
  const ticking = setInterval(() => {
    if (isLive.value) void report()
  }, EACH)
  onScopeDispose(() => {
    clearInterval(ticking)
  })

  watch([restarts, isFree], ([asked, free]) => {
    if (asked === 0 || !free) return
    if (bridge) bridge.restart()
    else (care.reload ?? (() => location.reload()))()
  })
  return printing
}
