/** Lets the browser keep a text as a file of a kind. */
export const saveText = (name: string, text: string, kind: 'text/csv' | 'application/json'): void =>
  saveBlob(name, new Blob([text], { type: `${kind};charset=utf-8` }))

/** Lets the browser keep bytes as a file. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}

/** Puts a text on the clipboard. Rejects where the browser keeps it to itself, or has none: on pages that came by plain http. */
export const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text)
