/** A file that is not taken, and why. */
export interface FileRefusal {
  file: File
  why: 'type' | 'size'
}

/** Why a file is not taken, or null. `accept` lists endings (`.pptx`) and media types (`image/png`, `image/*`). */
export function refuse(
  file: File,
  accept: readonly string[],
  maxBytes: number | undefined,
): FileRefusal | null {
  if (accept.length > 0 && !accept.some((kind) => isOfKind(file, kind))) return { file, why: 'type' }
  return maxBytes !== undefined && file.size > maxBytes ? { file, why: 'size' } : null
}

function isOfKind(file: File, kind: string): boolean {
  if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind.toLowerCase())
  if (kind.endsWith('/*')) return file.type.startsWith(kind.slice(0, -1))
  return file.type === kind
}

interface Dropped {
  kind: string
  getFile?: () => Promise<File>
}

/** The files among what was dropped or pasted; text and folders are left out. */
export async function readDropped(items: readonly Dropped[]): Promise<File[]> {
  const files = items.map((item) => (item.kind === 'file' ? item.getFile?.() : undefined))
  return (await Promise.all(files)).filter((file) => file !== undefined)
}
