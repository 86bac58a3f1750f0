import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { compareWords } from '#course/document/words.ts'
import { Words } from '#course/web/index.tsx'
import { useSession } from '#people/web/index.tsx'
import { Avatar, Button, Chip } from '#ui'
import type { Finding } from '../contract.ts'
import { useNameOf } from './names.ts'
import { Settle, type SettleProps } from './settle.tsx'
import { useText } from './text.ts'
import { useWhere } from './where.tsx'
import './finding.css'

export const severityTones = { must: 'danger', should: 'warm', note: 'neutral' } as const

interface FindingViewProps extends SettleProps {
  /** Leads to what it is about, where that is on the page. */
  onShow?: (() => void) | undefined
  /** The round that is read, when it may be a later one. */
  inRound?: number | undefined
  /** What else is to be said, or can be done with it, here. */
  children?: ReactNode
}

/** One finding: who says it, of what, how much it matters, what to write instead, and what became of it. */
export function FindingView({ finding, courseId, desk, onShow, inRound, children }: FindingViewProps) {
  const t = useText()
  const nameOf = useNameOf()
  const me = useSession().member.id
  const { id, author, severity, body, suggestion, resolution, round, can } = finding
  const isEarlier = inRound !== undefined && round < inRound
  return (
    <article
      className="finding"
      id={`finding-${id}`}
      tabIndex={-1}
      data-severity={severity}
      data-settled={resolution !== null || undefined}
    >
      <header>
        <Avatar id={author.id} name={nameOf(author)} size="sm" />
        <strong>{author.id === me ? t('validation.you') : nameOf(author)}</strong>
        <Chip tone={severityTones[severity]}>{t(`validation.severity.${severity}`)}</Chip>
        <About finding={finding} onShow={onShow} />
      </header>
      <p>{body}</p>
      {suggestion && <Suggestion finding={finding} suggestion={suggestion} />}
      {isEarlier ? <Earlier finding={finding} /> : <Outcome resolution={resolution} />}
      {can.resolve && <Settle finding={finding} courseId={courseId} desk={desk} />}
      {children}
    </article>
  )
}

/** What it is about; pressed, it leads there. */
function About({ finding, onShow }: Pick<FindingViewProps, 'finding' | 'onShow'>) {
  const where = useWhere()(finding)
  if (!where) return null
  if (!onShow) return <span className="finding-quote">{where}</span>
  return (
    <Button size="sm" look="ghost" className="finding-about" onPress={onShow}>
      {where}
    </Button>
  )
}

function Outcome({ resolution }: Pick<Finding, 'resolution'>) {
  const t = useText()
  if (!resolution) return null
  const isAccepted = resolution === 'accepted'
  return (
    <Chip tone={isAccepted ? 'success' : 'neutral'} icon={isAccepted ? Check : X}>
      {t(`validation.resolution.${resolution}`)}
    </Chip>
  )
}

/** Of a finding of an earlier round: whether its author says that it is mended, or it still stands. */
function Earlier({ finding: { round, resolution } }: { finding: Finding }) {
  const t = useText()
  if (resolution === 'accepted') {
    return (
      <Chip tone="success" icon={Check}>
        {t('validation.earlier.mended', { round })}
      </Chip>
    )
  }
  if (resolution === 'dismissed') return <Chip icon={X}>{t('validation.earlier.left', { round })}</Chip>
  return <Chip tone="warm">{t('validation.earlier.stands', { round })}</Chip>
}

/** The words to change and those to write, with the difference marked; where none are named, only those to write. */
function Suggestion({ finding: { anchor }, suggestion }: { finding: Finding; suggestion: string }) {
  const t = useText()
  return (
    <div className="finding-suggestion">
      <small>{t('validation.suggested')}</small>
      <p>{anchor.kind === 'range' ? <Words words={compareWords(anchor.quote, suggestion)} /> : suggestion}</p>
    </div>
  )
}
