const opening = /^(?:\s*(?:[-*+]|\d{1,9}[.)])\s)*\s*(`{3,}(?=[^`]*$)|~{3,})/

/**
 * The code fence that is open behind a line, given the one that was open before it: what is inside is not Markdown.
 * A fence may stand in a list, right behind the marker.
 */
export function fenceAfter(line: string, open: string | null): string | null {
  if (open === null) return opening.exec(line)?.[1] ?? null
  const mark = line.trim()
  const closes = mark.length >= open.length && mark === (open[0] as string).repeat(mark.length)
  return closes ? null : open
}
