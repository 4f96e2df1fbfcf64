// Passwords: scrypt with 128 MiB a hash (RFC 7914; N = 2^17, r = 8), one at a time, so that a rush
// of sign-ins neither fills the memory nor keeps the database's threads.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const COST = 2 ** 17
const OPTIONS = { N: COST, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }

let last: Promise<unknown> = Promise.resolve()

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const next = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, 32, OPTIONS, (error, key) => {
          if (error) reject(error)
          else resolve(key)
        })
      }),
  )
  last = next.catch(() => undefined)
  return next
}

/** The password as it is stored: `scrypt$salt$key`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt)
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** A hash that no password has: checked against when there is no such account. */
const NOBODY = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whether `password` is the one stored. Takes as long for an account that does not exist. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt = '', key = ''] = (stored ?? NOBODY).split('$')
  const derived = await derive(password, Buffer.from(salt, 'base64url'))
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && stored !== null
}
