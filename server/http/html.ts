// HTML written out by the server: a template in which everything put in is escaped, unless it is
// HTML made the same way.

export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Null puts in nothing; a list puts in each of its own. */
export type Put = string | number | null | Html | readonly Put[]

export function html(strings: TemplateStringsArray, ...values: Put[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(text)))
}

function text(value: Put): string {
  if (value === null) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(text).join('')
  return escape(String(value))
}

function escape(given: string): string {
  return given
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A document that programs read, inside a page: nothing in it can end its element. */
export function jsonScript(type: string, document: unknown): Html {
  const safe = JSON.stringify(document).replaceAll('<', '\\u003c')
  return new Html(`<script type="${type}">${safe}</script>`)
}
