const longest = 160

/** Words as they are quoted: in one line, cut short. */
export function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > longest ? `${words.slice(0, longest)}…` : words
}

/** What a block that is on the page says, quoted; nothing where there is none. */
export function quoteOfBlock(block: Element | null): string {
  if (!(block instanceof HTMLElement)) return ''
  // biome-ignore lint/performance/useDomNodeTextContent: only as they are drawn do cells and items stand apart
  return quoted(block.innerText)
}
