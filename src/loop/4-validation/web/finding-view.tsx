import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Avatar, Button, Chip, Row, sayRefusal } from '#ui'
import { type Finding, resolveFinding } from '../contract.ts'
import { useNameOf } from './names.ts'
import { useText } from './text.ts'
import './finding.css'

export const severityTones = { must: 'danger', should: 'warm', note: 'neutral' } as const

interface FindingViewProps {
  finding: Finding
  /** What else can be done with it here. */
  children?: ReactNode
}

/** One finding: who says it, how much it matters, what to write instead, and what became of it. */
export function FindingView({ finding, children }: FindingViewProps) {
  const t = useText()
  const nameOf = useNameOf()
  const me = useSession().member.id
  const { author, severity, body, suggestion, quote, resolution, can } = finding
  return (
    <article className="finding" data-severity={severity} data-settled={resolution !== null || undefined}>
      <header>
        <Avatar id={author.id} name={nameOf(author)} size="sm" />
        <strong>{author.id === me ? t('validation.you') : nameOf(author)}</strong>
        <Chip tone={severityTones[severity]}>{t(`validation.severity.${severity}`)}</Chip>
        {quote && <span className="finding-quote">{t('validation.on', { quote })}</span>}
      </header>
      <p>{body}</p>
      {suggestion && <Suggestion quote={quote} suggestion={suggestion} />}
      {resolution && (
        <Chip
          tone={resolution === 'accepted' ? 'success' : 'neutral'}
          icon={resolution === 'accepted' ? Check : X}
        >
          {t(`validation.resolution.${resolution}`)}
        </Chip>
      )}
      {can.resolve && <Settle finding={finding} />}
      {children}
    </article>
  )
}

/** The words to change, struck out, and those to write; a passage that was cut short is not struck. */
function Suggestion({ quote, suggestion }: { quote: string; suggestion: string }) {
  const t = useText()
  return (
    <div className="finding-suggestion">
      <small>{t('validation.suggested')}</small>
      <p>
        {quote && !quote.endsWith('…') && <del>{quote}</del>} <ins>{suggestion}</ins>
      </p>
    </div>
  )
}

/** For the author: to accept a finding, or to dismiss it. */
function Settle({ finding }: { finding: Finding }) {
  const t = useText()
  const resolve = useWrite(resolveFinding, ['reviews'])
  const settle = (resolution: 'accepted' | 'dismissed') =>
    resolve.mutate({ params: { findingId: finding.id }, body: { resolution } }, { onError: sayRefusal })
  return (
    <Row gap={8}>
      <Button size="sm" icon={Check} isPending={resolve.isPending} onPress={() => settle('accepted')}>
        {t('validation.accept')}
      </Button>
      <Button size="sm" look="ghost" isPending={resolve.isPending} onPress={() => settle('dismissed')}>
        {t('validation.dismiss')}
      </Button>
    </Row>
  )
}
