import { textOf, walk } from '../document/blocks.ts'
import type { Inline, Step } from '../document/schema.ts'
import type { Place, ReportLine } from './report.ts'

/** The anchor of a heading, as code forges make it: “Zero, then load” is `zero-then-load`. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-') || 'step'

/** An anchor for each title; the second of a name ends in `-1`. */
export function anchorsOf(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const slug = slugOf(title)
    let anchor = slug
    for (let count = 1; taken.has(anchor); count += 1) anchor = `${slug}-${count}`
    taken.add(anchor)
    return anchor
  })
}

export interface Anchors {
  /** Those that links lead to, which may come later in the text: each has an id until it is known which step it is in. */
  wanted: Map<string, Place & { id: string }>
  /** Those that were given by hand, with the block or step that has each. */
  named: Map<string, string>
}

/** The first that has a name keeps it. */
export function nameAnchor({ named }: Anchors, name: string, id: string): void {
  const anchor = name.toLowerCase()
  if (!named.has(anchor)) named.set(anchor, id)
}

/** Leads the links to anchors to the steps that have them. A link to nowhere is reported, and its text kept. */
export function settleAnchors(
  steps: readonly Step[],
  { wanted, named }: Anchors,
  report: ReportLine[],
): void {
  if (wanted.size === 0) return
  const found = stepsByAnchor(steps, named)
  const hrefs = new Map<string, string | undefined>()
  for (const [anchor, { id, path, line }] of wanted) {
    const step = found.get(anchor)
    hrefs.set(`#step:${id}`, step && `#step:${step}`)
    if (step) continue
    const values = { to: `#${anchor.slice(0, 200)}` }
    report.push({ path, line, severity: 'warning', code: 'link.dropped', values })
  }
  for (const step of steps) for (const node of walk(step)) settle(node as Inline, hrefs)
}

/** What stands over something: a heading's words, a callout's title. */
const headingOf = (node: { type: string; attrs?: Record<string, unknown> }): string =>
  node.type === 'heading'
    ? textOf(node)
    : node.type === 'callout' || node.type === 'collapsible'
      ? String(node.attrs?.title ?? '')
      : ''

function settle(node: Inline, hrefs: ReadonlyMap<string, string | undefined>): void {
  if (node.type !== 'text' || !node.marks) return
  const marks = node.marks.flatMap((mark) => {
    if (mark.type !== 'link' || !hrefs.has(mark.attrs.href)) return [mark]
    const href = hrefs.get(mark.attrs.href)
    return href ? [{ ...mark, attrs: { href } }] : []
  })
  if (marks.length > 0) node.marks = marks
  else delete node.marks
}

function stepsByAnchor(steps: readonly Step[], named: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>()
  const namesOf = Map.groupBy(named, ([, id]) => id)
  const give = (step: Step, id: string) => {
    for (const [name] of namesOf.get(id) ?? []) if (!found.has(name)) found.set(name, step.attrs.id)
  }
  for (const step of steps) {
    give(step, step.attrs.id)
    for (const node of walk(step)) give(step, String(node.attrs?.id ?? ''))
  }
  for (const [index, anchor] of anchorsOf(steps.map(({ attrs }) => attrs.title)).entries())
    if (!found.has(anchor)) found.set(anchor, steps[index]?.attrs.id ?? '')
  for (const step of steps) {
    for (const node of walk(step)) {
      const anchor = headingOf(node) && slugOf(headingOf(node))
      if (anchor && !found.has(anchor)) found.set(anchor, step.attrs.id)
    }
  }
  return found
}
