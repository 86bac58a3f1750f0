import type { Scope } from '#platform/scope'
import { importMarkdown, type MarkdownFile } from './import.ts'

/** Reads Markdown for somebody: what could not be kept is told in their language. */
export function importFor(
  { actor, install }: Scope,
  files: readonly MarkdownFile[],
  assets: Record<string, string>,
) {
  const read = importMarkdown(files, assets)
  const report = read.report.map(({ values = {}, ...line }) => ({
    ...line,
    detail: install.catalog.text(actor.locale, `course.report.${line.code}`, values),
  }))
  return { ...read, report }
}
