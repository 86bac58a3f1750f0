/** Where a link inside a course leads: to a step, or to a block in it. */
export interface InnerPlace {
  stepId: string
  blockId: string | null
}

const form = /^#step:([A-Za-z0-9]{12})(?:\/([A-Za-z0-9]{12}))?$/

/** The place that an address inside a course names; null where it is another one. */
export function innerPlaceOf(href: string): InnerPlace | null {
  const [, stepId, blockId = null] = form.exec(href) ?? []
  return stepId ? { stepId, blockId } : null
}

/** The address of a place inside a course, `#step:` with the step's id and, behind a slash, the block's. */
export const innerLinkTo = ({ stepId, blockId }: InnerPlace): string =>
  `#step:${stepId}${blockId === null ? '' : `/${blockId}`}`
