// Where the server may send a push: to the push services of browsers and nowhere else, since whoever
// has a ticket names the address. A known name that leads into a private network is refused too.
import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { BlockList, isIPv6, type LookupFunction } from 'node:net'

/** Of Chrome and Edge on Android, Firefox, Safari, and Edge on Windows; names below them too. */
const SERVICES = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
]
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Whether a push may be sent there. `demo` also takes a push service on this very computer. */
export function mayPushTo(endpoint: string, mode: 'demo' | 'production'): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username, password } = new URL(endpoint)
  if (username !== '' || password !== '') return false
  if (mode === 'demo' && isLoopback(hostname)) return /^https?:$/.test(protocol)
  const isKnown = SERVICES.some((name) => hostname === name || hostname.endsWith(`.${name}`))
  return isKnown && protocol === 'https:' && port === ''
}

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname)
}

const closed = new BlockList()
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ] as const),
  ...([
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const),
])
  closed.addSubnet(network, bits, 'ipv4')
/** Tunnels and examples among the addresses of the public network. */
for (const [network, bits] of [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
])
  closed.addSubnet(network, bits, 'ipv6')
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is one of the public network. */
export function isPublic(address: string): boolean {
  if (!isIPv6(address)) return !closed.check(address)
  return open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Looks up a name; fails when any of its addresses is not public. */
export const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, answer: LookupAddress[] | undefined) => {
    const found = answer ?? []
    const [first] = found
    if (error || !first) done(error ?? new Error('no address'), '', 0)
    else if (!found.every(({ address }) => isPublic(address))) {
      done(new Error('not an address of the public network'), '', 0)
    } else if (options.all) done(null, found)
    else done(null, first.address, first.family)
  })
}
