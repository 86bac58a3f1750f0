import { type Encoding, isWide } from './ends.ts'

/** A letter of Windows-1252 that is near to one it has not. */
const near: Readonly<Record<string, string>> = { '\u202F': '\u00A0', '\u2011': '-' }

/** A text as bytes of an encoding; what it has no letter for becomes a question mark. */
export function encode(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (!isWide(encoding)) {
    const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at))
    const byteOf = (letter: string) => letters.indexOf(near[letter] ?? letter)
    return Uint8Array.from([...text], (letter) => (byteOf(letter) < 0 ? 63 : byteOf(letter)))
  }
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le')
  return bytes
}
