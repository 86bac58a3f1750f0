/** One element of EBML, with its length in eight bytes so that it can be reckoned with. */
function element(id: number, ...content: Buffer[]): Buffer {
  const data = Buffer.concat(content)
  const name = Buffer.from(id.toString(16), 'hex')
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(data.length) | (1n << 56n))
  return Buffer.concat([name, length, data])
}

const whole = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const decimal = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

/** A black picture of one pixel, as a key frame of VP8. */
const frame = Buffer.from('MAEAnQEqAQABAA7A/iWkAANwAAAAAA==', 'base64')

/** A WebM film of so many seconds, a frame a second: a player knows its length and can go to any second of it. */
export function film(seconds: number): Buffer {
  const head = element(
    0x1a45dfa3,
    ...[element(0x4286, whole(1)), element(0x42f7, whole(1)), element(0x42f2, whole(4))],
    ...[element(0x42f3, whole(8)), element(0x4282, Buffer.from('webm'))],
    ...[element(0x4287, whole(2)), element(0x4285, whole(2))],
  )
  const about = element(
    0x1549a966,
    element(0x2ad7b1, whole(1_000_000)),
    element(0x4489, decimal(seconds * 1000)),
  )
  const size = element(0xe0, element(0xb0, whole(1)), element(0xba, whole(1)))
  const codec = element(0x86, Buffer.from('V_VP8'))
  const track = element(
    0xae,
    element(0xd7, whole(1)),
    element(0x73c5, whole(1)),
    element(0x83, whole(1)),
    codec,
    size,
  )
  const tracks = element(0x1654ae6b, track)
  const clusters = Array.from({ length: seconds }, (_, second) => {
    const block = element(0xa3, Buffer.from([0x81, 0, 0, 0x80]), frame)
    return element(0x1f43b675, element(0xe7, whole(second * 1000)), block)
  })
  const cuesWith = (first: number) => {
    let at = first
    const points = clusters.map((cluster, second) => {
      const place = element(0xb7, element(0xf7, whole(1)), element(0xf1, whole(at)))
      at += cluster.length
      return element(0xbb, element(0xb3, whole(second * 1000)), place)
    })
    return element(0x1c53bb6b, ...points)
  }
  const cues = cuesWith(about.length + tracks.length + cuesWith(0).length)
  return Buffer.concat([head, element(0x18538067, about, tracks, cues, ...clusters)])
}
