/**
 * The colours of a badge's field. Each stands out (3:1) from the pages of both themes and carries what is drawn on it in
 * `ink` (4.5:1): draw.test.ts measures it.
 */
export const fields = {
  pine: '#127a70',
  amber: '#a35f0b',
  slate: '#617285',
  plum: '#9b4fa8',
  moss: '#5a7a29',
  sea: '#1b6fb3',
  clay: '#b8482b',
  rose: '#bd4069',
} as const

/** What is drawn on a field. */
export const ink = '#ffffff'
