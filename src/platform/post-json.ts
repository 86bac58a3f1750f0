import { lookup } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * What became of a message: the other side has it; it refused it for good; it may take it later; or nobody knows, since the
 * connection broke after the message was on its way.
 */
export type Posted = { is: 'taken' } | { is: 'refused' | 'later' | 'unsure'; why: string }

const patience = 10_000

// Addresses that belong to somebody's own network, to this machine, or to nobody (RFC 6890).
const near = new BlockList()
for (const [net, bits] of [
  ...[
    ['0.0.0.0', 8] as const,
    ['10.0.0.0', 8] as const,
    ['100.64.0.0', 10] as const,
    ['127.0.0.0', 8] as const,
  ],
  ...[['169.254.0.0', 16] as const, ['172.16.0.0', 12] as const, ['192.0.0.0', 24] as const],
  ...[['192.168.0.0', 16] as const, ['198.18.0.0', 15] as const, ['224.0.0.0', 3] as const],
])
  near.addSubnet(net, bits)
for (const [net, bits] of [
  ...[['::', 127] as const, ['::ffff:0:0', 96] as const, ['64:ff9b::', 96] as const],
  ...[['fc00::', 7] as const, ['fe80::', 10] as const, ['ff00::', 8] as const],
])
  near.addSubnet(net, bits, 'ipv6')

const isNear = (address: string): boolean => near.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Looks a name up, and answers only addresses of the open network: also when a name changes its mind meanwhile. */
const lookupFar: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const far = (addresses ?? []).filter(({ address }) => !isNear(address))
    const [first] = far
    if (error) done(error, '')
    else if (!first) done(new NearHost(), '')
    else if (options.all) done(null, far)
    else done(null, first.address, first.family)
  })

class NearHost extends Error {
  constructor() {
    super('its address is not one of the open network')
  }
}

/**
 * Whether a message may be posted to an address: by https to the open network, or to a host that the installation names.
 * A name is looked up only when something is posted.
 */
export function mayPostTo(url: string, nearHosts: readonly string[]): boolean {
  const { protocol, hostname, username, password } = new URL(url)
  if (username || password) return false
  if (nearHosts.includes(hostname)) return protocol === 'https:' || protocol === 'http:'
  const address = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && !(isIP(address) && isNear(address)) && hostname !== 'localhost'
}

/** Posts JSON once, follows nobody elsewhere, and reads nothing of the answer but its status. */
export function postJson(url: string, body: unknown, nearHosts: readonly string[]): Promise<Posted> {
  if (!mayPostTo(url, nearHosts)) return Promise.resolve({ is: 'refused', why: new NearHost().message })
  const isOwn = nearHosts.includes(new URL(url).hostname)
  const bytes = Buffer.from(JSON.stringify(body))
  return new Promise((resolve) => {
    let isUnderWay = false
    const send = url.startsWith('https:') ? secure : plain
    const request = send(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': bytes.length },
        timeout: patience,
        ...(!isOwn && { lookup: lookupFar }),
      },
      (response) => {
        response.resume()
        resolve(meaningOf(response.statusCode ?? 0))
      },
    )
    request.on('socket', (socket) =>
      socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
        isUnderWay = true
      }),
    )
    request.on('timeout', () => request.destroy(new Error('it did not answer')))
    request.on('error', (error) => {
      const is = error instanceof NearHost ? 'refused' : isUnderWay ? 'unsure' : 'later'
      resolve({ is, why: error.message })
    })
    request.end(bytes)
  })
}

/** 2xx has it; 408, 425, 429 and 5xx may take it later (RFC 9110); everything else, a way to elsewhere too, refuses it. */
function meaningOf(status: number): Posted {
  if (status >= 200 && status < 300) return { is: 'taken' }
  const isLater = status >= 500 || [408, 425, 429].includes(status)
  return { is: isLater ? 'later' : 'refused', why: `it answered ${status}` }
}
