// The link of a ticket: the visit's id, signed with the server's secret. Nothing is stored, a link can
// be shown again, and no other can be guessed from it.
import { createHmac, timingSafeEqual } from 'node:crypto'

const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/
const ID_BYTES = 16
/** 128 bits: no more can be guessed of it than of a visit's id. */
const SIGNATURE_BYTES = 16

export class TicketLinks {
  private readonly secret: string

  constructor(secret: string) {
    this.secret = secret
  }

  /** What follows the ticket of this visit: 43 characters; null for an id that is none of ours. */
  tokenOf(visit: string): string | null {
    if (!UUID.test(visit)) return null
    const id = Buffer.from(visit.replaceAll('-', ''), 'hex')
    return Buffer.concat([id, this.sign(visit)]).toString('base64url')
  }

  /** The path of the ticket's page; null for an id that is none of ours. */
  pathOf(visit: string): string | null {
    const token = this.tokenOf(visit)
    return token === null ? null : `/t/${token}`
  }

  /** Which visit this token follows; null when it is another by a single character. */
  visitOf(token: string): string | null {
    const bytes = Buffer.from(token, 'base64url')
    // A link has one spelling: a character that would decode to the same bytes is wrong too.
    const isSpelt = bytes.toString('base64url') === token
    if (!isSpelt || bytes.length !== ID_BYTES + SIGNATURE_BYTES) return null
    const visit = bytes
      .toString('hex', 0, ID_BYTES)
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    return timingSafeEqual(bytes.subarray(ID_BYTES), this.sign(visit)) ? visit : null
  }

  private sign(visit: string): Buffer {
    const signature = createHmac('sha256', this.secret).update(`ticket:${visit}`).digest()
    return signature.subarray(0, SIGNATURE_BYTES)
  }
}
