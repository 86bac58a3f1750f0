import { describe, expect, test } from 'vitest'
import { dataFile, noData } from '#test/data.ts'
import { walk } from '../document/blocks.ts'
import { courseDocument, isSafeHref } from '../document/schema.ts'
import { importMarkdown } from './import.ts'

/** Text that was written to run where it is shown, each as a course of its own. */
describe.skipIf(noData)('every known trick in Markdown', () => {
  test('is read as words or left out and reported, and leaves nothing that could run', () => {
    const lines = dataFile('payloads/xss-payload-list.txt').toString('utf8').split(/\r?\n/).filter(Boolean)
    expect(lines.length).toBeGreaterThan(5000)
    const shapes = [(text: string) => text, (text: string) => `[a](${text}) ![b](${text}) <${text}>`]
    // Every fourth one: the list says most tricks in many ways, and all of them take half a minute.
    for (const payload of lines.filter((_, index) => index % 4 === 0)) {
      for (const shape of shapes) {
        const { document, report } = importMarkdown([
          { path: 'a.md', text: `# Step\n\nWords.\n\n${shape(payload)}` },
        ])
        if (!document) {
          expect(report.some(({ severity }) => severity === 'error')).toBe(true)
          continue
        }
        expect(courseDocument.safeParse(document).success).toBe(true)
        const hrefs = [...walk(document)].flatMap(
          (node) =>
            (node as { marks?: { attrs?: { href?: string } }[] }).marks?.map(({ attrs }) => attrs?.href) ??
            [],
        )
        for (const href of hrefs) if (href !== undefined) expect(isSafeHref(href)).toBe(true)
      }
    }
  })
})
