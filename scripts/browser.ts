// A real Chromium without a window, for tests and for taking pictures.
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from './programs.ts'

/** Quiet and offline: it asks nobody anything but the pages it is sent to. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Parts of the browser that are left out. Of several such switches only the last counts, so what
 * Playwright leaves out stands here again.
 */
const LEFT_OUT = [
  // Two hidden pages of the address bar with every window, which nobody sees: a third of the work.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades'],
  ...['LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'TcpPortRandomizationWin'],
  'ThirdPartyStoragePartitioning',
]

export interface BrowserOptions {
  /** Sound may start without a touch, as on a board that nobody touches. Default true. */
  readonly autoplay?: boolean
}

export async function launchBrowser({ autoplay = true }: BrowserOptions = {}): Promise<Browser> {
  const executablePath = await findBrowser()
  if (!executablePath) throw new Error('no Chromium: run `npm run machine`, or set CHROMIUM')
  const policy = autoplay ? 'no-user-gesture-required' : 'document-user-activation-required'
  return chromium.launch({
    executablePath,
    args: [...ARGUMENTS, `--autoplay-policy=${policy}`, `--disable-features=${LEFT_OUT.join(',')}`],
  })
}
