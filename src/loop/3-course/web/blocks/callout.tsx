import {
  Info,
  KeyRound,
  Lightbulb,
  type LucideIcon,
  MessagesSquare,
  OctagonAlert,
  PencilRuler,
  Target,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { calloutKinds } from '../../document/schema.ts'
import { useText } from './text.ts'

type Kind = (typeof calloutKinds)[number]

const icons: Record<Kind, LucideIcon> = {
  note: Info,
  tip: Lightbulb,
  warning: TriangleAlert,
  danger: OctagonAlert,
  objectives: Target,
  keypoints: KeyRound,
  challenge: PencilRuler,
  discussion: MessagesSquare,
}

interface CalloutProps {
  id: string
  kind: Kind
  title: string
  children: ReactNode
}

/** A box that stands out: its kind is said by icon and word, never by colour alone. */
export function Callout({ id, kind, title, children }: CalloutProps) {
  const t = useText()
  const Icon = icons[kind]
  const label = t(`course.block.callout.${kind}`)
  return (
    <div className="course-callout" role="note" data-block={id} data-kind={kind} aria-label={title || label}>
      <p className="course-callout-head">
        <Icon aria-hidden size={18} strokeWidth={1.75} />
        <span>{label}</span>
        {title && title !== label && <b>{title}</b>}
      </p>
      {children}
    </div>
  )
}

interface CollapsibleProps {
  id: string
  title: string
  children: ReactNode
}

/** What is hidden until one asks for it: a solution, a hint. */
export function Collapsible({ id, title, children }: CollapsibleProps) {
  const t = useText()
  return (
    <details className="course-collapsible" data-block={id}>
      <summary>{title || t('course.block.collapsible')}</summary>
      {children}
    </details>
  )
}
