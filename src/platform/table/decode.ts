export interface Decoded {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/**
 * Bytes of a table as text: by their mark when they carry one, as UTF-16 when every other byte is null, as UTF-8 when
 * they are that, and else as what Excel writes in Western Europe.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 200)
  const isNullAt = (rest: number) =>
    start.length > 3 && start.every((byte, index) => index % 2 !== rest || byte === 0)
  if (isNullAt(1)) return 'utf-16le'
  if (isNullAt(0)) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    // That is how the decoder says that these bytes are something else.
    if (error instanceof TypeError) return false
    throw error
  }
}
