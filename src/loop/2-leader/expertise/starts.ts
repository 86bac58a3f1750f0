/** Where the rows of each key begin once they are in its order, and where the last ones end: keys from `least` on. */
export function startsOf(keys: Int32Array, least: number, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let row = 0; row < keys.length; row += 1) {
    const after = (keys[row] as number) - least + 1
    starts[after] = (starts[after] as number) + 1
  }
  for (let key = 0; key < count; key += 1)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
  return starts
}
