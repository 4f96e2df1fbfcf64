// What is wrong with a line: which column, what it says, and why that cannot be.

/** `order`: times in an impossible order · `time`: not readable as one · `unknown`: no such word here. */
export type FaultKind = 'order' | 'time' | 'unknown' | 'missing' | 'length' | 'csv'

/** Of a service that the office does not have. */
export const NO_SERVICE = 'is no service here'

/** Cells are shown this far: a file may hold whole letters. */
const SHOWN = 40

export class LineFault extends Error {
  readonly kind: FaultKind
  readonly column: string
  /** What the cell says, shortened. */
  readonly text: string
  /** Why that cannot be: goes on from the name of the column. */
  readonly what: string

  constructor(kind: FaultKind, column: string, text: string, what: string) {
    super(`${column} ${what}`)
    this.kind = kind
    this.column = column
    this.text = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
    this.what = what
  }
}
