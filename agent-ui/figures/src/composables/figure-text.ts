// Figures as people read them in each language. What is not known is a dash, never a nought.
import type { Language } from '#protocol'

/** Stands where a figure is not known; a screen reader is told so in words. */
export const UNKNOWN = '—'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const NBSP = '\u00a0'

type Known = number | null | undefined

function known(value: Known, write: (value: number) => string): string {
  return value === null || value === undefined || !Number.isFinite(value) ? UNKNOWN : write(value)
}

const numbers = new Map<string, Intl.NumberFormat>()

/** A formatter is dear to make: each is made once. */
function format(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const made = numbers.get(key) ?? new Intl.NumberFormat(`${language}-CA`, options)
  numbers.set(key, made)
  return made
}

/** A count: `1,234` and « 1 234 ». `decimals`: at most so many. */
export function countText(value: Known, language: Language, decimals = 0): string {
  return known(value, (count) =>
    format(language, { maximumFractionDigits: decimals }).format(count),
  )
}

/** The same with a capital at its beginning, as at the beginning of a row. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A share from 0 to 1: `12.5%` and « 12,5 % ». */
export function shareText(value: Known, language: Language): string {
  return known(value, (share) =>
    format(language, {
      style: 'percent',
      // One decimal in a column, so that it reads straight down; none where there is none to give.
      minimumFractionDigits: share === 0 || share === 1 ? 0 : 1,
      maximumFractionDigits: 1,
    }).format(share),
  )
}

/** A length (ms) to the nearest minute, to the second below two: `45 s`, `12 min`, `1 h 05 min`. */
export function lengthText(value: Known): string {
  return known(value, (length) => {
    if (length < 2 * MINUTE) return `${Math.round(length / SECOND)}${NBSP}s`
    const minutes = Math.round(length / MINUTE)
    if (minutes < 60) return `${minutes}${NBSP}min`
    // With its unit, or it would read as a time of day in French.
    const rest = `${String(minutes % 60).padStart(2, '0')}${NBSP}min`
    return `${Math.floor(minutes / 60)}${NBSP}h${NBSP}${rest}`
  })
}

/** Hours, of ms, with one decimal or so many: `37.5 h` and « 37,5 h ». */
export function hoursText(value: Known, language: Language, decimals = 1): string {
  return known(value, (length) => {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    const hours = format(language, options).format(length / 3_600_000)
    return `${hours.replace('-', '−')}${NBSP}h`
  })
}

/** Minutes, of ms, to the hundredth: `1,234.50` and « 1 234,50 ». */
export function minutesText(value: Known, language: Language): string {
  return known(value, (length) =>
    format(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
      length / MINUTE,
    ),
  )
}

/** Cents as dollars: `$1,234.50` and « 1 234,50 $ ». */
export function moneyText(cents: Known, language: Language): string {
  return known(cents, (amount) =>
    format(language, {
      style: 'currency',
      currency: 'CAD',
      currencyDisplay: 'narrowSymbol',
    }).format(amount / 100),
  )
}

/** With its sign, to one decimal: a minus, and no hyphen, in both languages. */
function signed(value: number, language: Language, options: Intl.NumberFormatOptions = {}): string {
  const rules = { ...options, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const
  return format(language, rules).format(value).replace('-', '\u2212')
}

/** How much a figure has changed, with its sign: `+12.5%`, « −3 % ». A dash where it cannot be said. */
export function changeText(now: Known, before: Known, language: Language): string {
  if (now === null || now === undefined || before === null || before === undefined) return UNKNOWN
  if (before === 0) return UNKNOWN
  return signed((now - before) / before, language, { style: 'percent' })
}

/** The difference of two shares in points, with its sign: `+3.1`, « −2,4 ». */
export function pointsText(now: Known, before: Known, language: Language): string {
  if (now === null || now === undefined || before === null || before === undefined) return UNKNOWN
  return signed((now - before) * 100, language)
}

/** Whether so many points are one or more, as grammar has it: French counts less than 2 as one. */
export function pointsCount(now: number, before: number, language: Language): 1 | 2 {
  const points = Math.round(Math.abs(now - before) * 1000) / 10
  return (language === 'fr' ? points < 2 : points === 1) ? 1 : 2
}

/** Names one after another: `a, b and c`; `a, b or c` of which one is meant. */
export function listText(
  names: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(`${language}-CA`, { type }).format(names)
}

/** The same by the minute, with all its digits: `$1.125/min` and « 1,125 $/min ». */
export function minuteRateText(perMinute: Known, language: Language): string {
  return known(perMinute, (rate) => {
    const money = format(language, {
      ...{ style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' },
      maximumFractionDigits: 4,
    })
    return `${money.format(rate / 10_000)}/min`
  })
}

/** A rate in hundredths of a cent a minute, by the hour: `$75.00/h` and « 75,00 $/h ». */
export function rateText(perMinute: Known, language: Language): string {
  return known(perMinute, (rate) => `${moneyText((rate * 60) / 100, language)}/h`)
}
