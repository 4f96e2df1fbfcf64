// What this computer's kiosk program is told: its server, its printer, the code with which staff
// close it. Anything wrong is a sentence for whoever installs it.
import { parseSettings, serverOf } from '../shell/settings.ts'
import type { Paper } from '../bridge.ts'
import type { NetworkPlace } from './printing/network-printer.ts'

export type PrinterChoice =
  | { readonly is: 'none' }
  | ({ readonly is: 'network' } & NetworkPlace)
  | { readonly is: 'file'; readonly path: string }
  /** `name` null: the system's default. */
  | { readonly is: 'system'; readonly name: string | null }

export interface Settings {
  /** Origin of the server. */
  readonly server: string
  readonly printer: PrinterChoice
  readonly paper: Paper
  /** Six to twelve digits; null: staff close the kiosk by other means. */
  readonly staffCode: string | null
}

const KNOWN = ['server', 'printer', 'paper', 'staffCode']
const RAW_PORT = 9100

/** `text` is the file's, null when there is none. Throws with a sentence when it cannot be used. */
export function readSettings(text: string | null, words: readonly string[]): Settings {
  const settings = parseSettings(text, KNOWN)
  return {
    server: serverOf(words, settings),
    printer: printerOf(settings.printer),
    paper: paperOf(settings.paper),
    staffCode: codeOf(settings.staffCode),
  }
}

function printerOf(printer: unknown): PrinterChoice {
  if (printer === undefined || printer === null) return { is: 'none' }
  const [choice, ...more] = typeof printer === 'object' ? Object.entries(printer) : []
  const [kind, value] = (choice ?? []) as [string?, unknown?]
  if (more.length === 0) {
    if (kind === 'system' && (value === null || isText(value))) return { is: 'system', name: value }
    if (kind === 'file' && isText(value)) return { is: 'file', path: value }
    if (kind === 'network' && isText(value)) return { is: 'network', ...placeOf(value) }
  }
  throw new Error(
    '"printer" is {"network": "192.0.2.10:9100"}, {"file": "/dev/usb/lp0"}, {"system": "its name"}, ' +
      '{"system": null} for the usual one, or null for none.',
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function placeOf(address: string): NetworkPlace {
  const url = URL.parse(`tcp://${address}`)
  if (!url?.hostname || !['', '/'].includes(url.pathname) || url.username !== '')
    throw new Error(`The printer's address "${address}" is none such as 192.0.2.10:9100.`)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return { host, port: url.port === '' ? RAW_PORT : Number(url.port) }
}

function paperOf(paper: unknown): Paper {
  if (paper === undefined) return 80
  if (paper === 80 || paper === 58) return paper
  throw new Error('"paper" is the width of the roll in mm: 80 or 58.')
}

function codeOf(code: unknown): string | null {
  if (code === undefined || code === null) return null
  if (typeof code === 'string' && /^\d{6,12}$/.test(code)) return code
  throw new Error('"staffCode" is six to twelve digits between quotes, or null for none.')
}
