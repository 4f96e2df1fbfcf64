// What the office would like people to leave, as the key of a sentence.
import type { KioskOffice } from '#protocol'

export function personTitle(asks: NonNullable<KioskOffice['asks']>): string {
  if (asks.firstName && asks.phone) return 'person.openBoth'
  return asks.phone ? 'person.openPhone' : 'person.open'
}
