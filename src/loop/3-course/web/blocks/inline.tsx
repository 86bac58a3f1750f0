import { Fragment, type ReactNode } from 'react'
import { Link } from '#ui'
import { innerPlaceOf } from '../../document/places.ts'
import type { Inline } from '../../document/schema.ts'
import { useText } from './text.ts'

type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number]

interface InlineProps {
  content: readonly Inline[] | undefined
  stepHref: (stepId: string) => string
}

/** Text with its marks. */
export function InlineView({ content = [], stepHref }: InlineProps): ReactNode {
  let offset = 0
  return content.map((node) => {
    const key = offset
    offset += node.type === 'text' ? node.text.length : 1
    if (node.type === 'hardBreak') return <br key={key} />
    return <Fragment key={key}>{marked(node.text, node.marks ?? [], stepHref)}</Fragment>
  })
}

function marked(text: string, marks: readonly Mark[], stepHref: (stepId: string) => string): ReactNode {
  let inside: ReactNode = text
  for (const mark of [...marks].reverse()) inside = withMark(mark, inside, stepHref)
  return inside
}

function withMark(mark: Mark, inside: ReactNode, stepHref: (stepId: string) => string): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inside}</strong>
    case 'italic':
      return <em>{inside}</em>
    case 'strike':
      return <s>{inside}</s>
    case 'code':
      return <code>{inside}</code>
    case 'link':
      return (
        <CourseLink href={mark.attrs.href} stepHref={stepHref}>
          {inside}
        </CourseLink>
      )
  }
}

interface CourseLinkProps {
  href: string
  stepHref: (stepId: string) => string
  children: ReactNode
}

/** A link inside the course, or out of it: then the course stays open behind. */
function CourseLink({ href, stepHref, children }: CourseLinkProps) {
  const t = useText()
  const place = innerPlaceOf(href)
  if (place) {
    const part = place.blockId === null ? '' : `#${place.blockId}`
    return <Link href={stepHref(place.stepId) + part}>{children}</Link>
  }
  if (!/^https?:/i.test(href)) return <a href={href}>{children}</a>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={t('course.block.newTab')}>
      {children}
    </a>
  )
}
