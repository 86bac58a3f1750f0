import { newBlockId, textOf, walk } from '../document/blocks.ts'
import { type InnerPlace, innerLinkTo } from '../document/places.ts'
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
  /** Those that links lead to, which may come later in the text: each has an id until it is known where it is. */
  wanted: Map<string, Wanted>
  /** Those that were given by hand, by the block or the step that has them. */
  named: Map<string, string[]>
}

interface Wanted extends Place {
  id: string
  anchor: string
  /** The step that a link names beside the anchor, and leads to where that is not in it; null for one anywhere. */
  stepId: string | null
}

export const newAnchors = (): Anchors => ({ wanted: new Map(), named: new Map() })

export function nameAnchor({ named }: Anchors, name: string, id: string): void {
  const names = named.get(id) ?? []
  names.push(name.toLowerCase())
  named.set(id, names)
}

const keyOf = (anchor: string, stepId: string | null) => (stepId === null ? anchor : `${stepId}#${anchor}`)

/** The address of an anchor, until `settleAnchors` says where that is. */
export function wantAnchor({ wanted }: Anchors, name: string, stepId: string | null, place: Place): string {
  const anchor = name.toLowerCase()
  const key = keyOf(anchor, stepId)
  const known = wanted.get(key) ?? { ...place, id: newBlockId(), anchor, stepId }
  wanted.set(key, known)
  return innerLinkTo({ stepId: known.id, blockId: null })
}

/** Leads the links to anchors to the places that have them. A link to nowhere is reported, and its text kept. */
export function settleAnchors(
  steps: readonly Step[],
  { wanted, named }: Anchors,
  report: ReportLine[],
): void {
  if (wanted.size === 0) return
  const found = placesByAnchor(steps, named)
  const hrefs = new Map<string, string | undefined>()
  for (const { id, anchor, stepId, path, line } of wanted.values()) {
    const place = found.get(keyOf(anchor, stepId)) ?? (stepId === null ? null : { stepId, blockId: null })
    hrefs.set(innerLinkTo({ stepId: id, blockId: null }), place ? innerLinkTo(place) : undefined)
    if (place) continue
    const values = { to: `#${anchor.slice(0, 200)}` }
    report.push({ path, line, severity: 'warning', code: 'link.dropped', values })
  }
  for (const step of steps) for (const node of walk(step)) settle(node as Inline, hrefs)
}

type Node = { type: string; attrs?: Record<string, unknown> }

/** What stands over something: a heading's words, a callout's title. */
const headingOf = (node: Node): string =>
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

/** The id of a block of words, to which a link leads by itself; to what is in any other it leads by the step: null. */
const reachedIn = ({ type, attrs }: Node): string | null =>
  (type === 'paragraph' || type === 'heading') && typeof attrs?.id === 'string' ? attrs.id : null

/** The first place of each anchor, and of each in each step: names before titles before what stands over something. */
function placesByAnchor(
  steps: readonly Step[],
  named: ReadonlyMap<string, readonly string[]>,
): Map<string, InnerPlace> {
  const found = new Map<string, InnerPlace>()
  const give = (anchor: string, place: InnerPlace) => {
    for (const key of [anchor, keyOf(anchor, place.stepId)]) if (!found.has(key)) found.set(key, place)
  }
  const parts = steps.flatMap((step) =>
    [...walk(step)].map((node) => ({
      node,
      place: { stepId: step.attrs.id, blockId: reachedIn(node) },
    })),
  )
  for (const { node, place } of parts)
    for (const name of named.get(String(node.attrs?.id)) ?? []) give(name, place)
  for (const [index, anchor] of anchorsOf(steps.map(({ attrs }) => attrs.title)).entries())
    give(anchor, { stepId: steps[index]?.attrs.id ?? '', blockId: null })
  for (const { node, place } of parts) if (headingOf(node)) give(slugOf(headingOf(node)), place)
  return found
}
