import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** Compact JWS (RFC 7515) with Ed25519 (RFC 8037): as much of it as badges need. */

/** An Ed25519 key as in a JWK: `x` the public half, `d` the private one, base64url. */
export interface PublicKey {
  x: string
}
export interface PrivateKey extends PublicKey {
  d: string
}

const jwk = { kty: 'OKP', crv: 'Ed25519' } as const
const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs claims with a key that verifiers find under `kid`. */
export function signCompact(claims: object, kid: string, key: PrivateKey): string {
  const signed = `${coded({ alg: 'EdDSA', kid, typ: 'JWT' })}.${coded(claims)}`
  const privateKey = createPrivateKey({ key: { ...jwk, x: key.x, d: key.d }, format: 'jwk' })
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
}

export interface Compact {
  header: Record<string, unknown>
  claims: Record<string, unknown>
  signed: string
  signature: Buffer
}

const part = /^[A-Za-z0-9_-]*$/

/** The parts of a compact JWS, unverified; null for what is none. */
export function readCompact(text: string): Compact | null {
  const parts = text.split('.')
  const [header = '', claims = '', signature = ''] = parts
  if (parts.length !== 3 || !parts.every((one) => part.test(one))) return null
  const [read, said] = [objectIn(header), objectIn(claims)]
  if (!read || !said) return null
  return {
    header: read,
    claims: said,
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  }
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Whether the signature is that of the key; the algorithm is Ed25519, whatever the header says. */
export function isSignedBy({ signed, signature }: Compact, { x }: PublicKey): boolean {
  const key = createPublicKey({ key: { ...jwk, x }, format: 'jwk' })
  return signature.length === 64 && verify(null, Buffer.from(signed), key, signature)
}
