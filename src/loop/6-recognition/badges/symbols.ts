/** Strokes of a symbol in a square of 48; those in `solid` are filled. */
interface Symbol {
  lines?: string
  solid?: string
}

/** What may stand in the middle of a badge: drawn for Cairn, of as few strokes as each needs. */
export const symbols = {
  cairn: {
    solid:
      'M8 40c0-4 7-6 16-6s16 2 16 6-7 5-16 5S8 44 8 40zM12 28c0-4 5-6 12-6s12 2 12 6-5 5-12 5-12-1-12-5zM17 17c0-4 3-6 7-6s7 2 7 6-3 4-7 4-7 0-7-4zM21 7c0-2 1-4 3-4s3 2 3 4-1 3-3 3-3-1-3-3z',
  },
  star: {
    solid: 'M24 4l6 13 14 2-10 10 2 14-12-7-12 7 2-14L4 19l14-2z',
  },
  lamp: {
    lines:
      'M18 34c0-6-7-8-7-17a13 13 0 0 1 26 0c0 9-7 11-7 17zM18 39h12M20 44h8M24 34V22M24 22l-4-4M24 22l4-4',
  },
  compass: { lines: 'M24 4a20 20 0 1 0 0 40 20 20 0 1 0 0-40z', solid: 'M33 15l-5 13-13 5 5-13z' },
  mountain: { lines: 'M3 42L19 12l8 14M16 42l16-26 13 26zM26 26l6 5 5-6' },
  leaf: { lines: 'M8 40C6 18 20 8 42 6c0 24-10 34-28 30M8 40c4-8 10-14 20-20' },
  key: { lines: 'M13 15a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM22 24h23M39 24v9M31 24v7' },
  bridge: {
    lines: 'M4 34h40M4 40h40M12 34V14M36 34V14M4 26c5-2 8-6 8-12 2 9 6 14 12 14s10-5 12-14c0 6 3 10 8 12',
  },
  talk: { lines: 'M6 8h26v18H18l-8 7v-7H6zM36 17h6v17h-4v6l-7-6H20' },
  cog: {
    lines:
      'M24 16a8 8 0 1 0 0 16 8 8 0 1 0 0-16zM24 4v7M24 37v7M4 24h7M37 24h7M10 10l5 5M33 33l5 5M38 10l-5 5M15 33l-5 5',
  },
  heart: { solid: 'M24 42C10 32 4 25 4 17 4 6 18 4 24 14 30 4 44 6 44 17c0 8-6 15-20 25z' },
  lens: { lines: 'M20 6a14 14 0 1 0 0 28 14 14 0 1 0 0-28zM31 31l12 12M13 20a7 7 0 0 1 7-7' },
  book: { lines: 'M24 12C18 7 11 7 4 8v30c7-1 14-1 20 4 6-5 13-5 20-4V8c-7-1-14-1-20 4zM24 12v30' },
  flag: { lines: 'M12 4v40M12 7h26l-7 9 7 9H12' },
  spanner: { lines: 'M40 10l-8 8-4-4 8-8C27 2 19 11 23 19L6 36a4 4 0 1 0 6 6l17-17c8 4 17-4 11-15z' },
  spark: { solid: 'M24 3c2 14 7 19 21 21-14 2-19 7-21 21-2-14-7-19-21-21 14-2 19-7 21-21z' },
} as const satisfies Record<string, Symbol>

export type SymbolName = keyof typeof symbols

export const symbolNames = Object.keys(symbols) as [SymbolName, ...SymbolName[]]

/** A symbol as SVG, in the colour `ink`, laid out by `place` (the value of a transform). */
export function symbolSvg(name: SymbolName, ink: string, place: string): string {
  const { lines, solid }: Symbol = symbols[name]
  const stroked =
    lines &&
    `<path d="${lines}" fill="none" stroke="${ink}" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/>`
  const filled = solid && `<path d="${solid}" fill="${ink}"/>`
  return `<g transform="${place}">${stroked ?? ''}${filled ?? ''}</g>`
}
