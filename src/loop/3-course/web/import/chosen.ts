/** What was chosen to make a course from: Markdown, and what stands beside it. */
export interface Chosen {
  texts: { path: string; text: string }[]
  beside: File[]
}

/** Why a choice cannot be read; the message `course.new.refused.<why>` says it, with the name of the file. */
export type Unreadable = { why: 'none' | 'encoding' | 'long' | 'many'; name: string }

/** What the server reads at once. */
const mostTexts = 100
const longestText = 2_000_000
const mostBytesOfText = 3 * longestText

const isMarkdown = ({ name }: File) => /\.(md|markdown)$/i.test(name)

/**
 * What is chosen now, together with what was before: Markdown begins anew, and files without any come beside the
 * Markdown that is there, in the place of those of their name.
 */
export async function choose(before: Chosen | null, list: readonly File[]): Promise<Chosen | Unreadable> {
  const markdown = list.filter(isMarkdown)
  const others = list.filter((file) => !isMarkdown(file))
  if (markdown.length === 0) {
    if (!before) return { why: 'none', name: '' }
    const kept = before.beside.filter(({ name }) => !others.some((other) => other.name === name))
    return { ...before, beside: [...kept, ...others] }
  }
  if (markdown.length > mostTexts) return { why: 'many', name: '' }
  const texts: Chosen['texts'] = []
  for (const file of markdown) {
    const text = file.size > mostBytesOfText ? 'long' : await readText(file)
    if (typeof text === 'string') return { why: text, name: file.name }
    texts.push({ path: file.name, text: text.text })
  }
  return { texts, beside: others }
}

async function readText(file: File): Promise<{ text: string } | 'encoding' | 'long'> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.length > longestText ? 'long' : { text }
  } catch (error) {
    if (error instanceof TypeError) return 'encoding'
    throw error
  }
}

/** The last part of a path, as it may be written in an address. */
const nameIn = (path: string) => path.split('/').at(-1) ?? path

/** Whether Markdown uses a file; `paths` are those it names. */
export const isUsed = (file: File, paths: readonly string[]): boolean =>
  paths.some((path) => nameIn(path) === file.name)
