import { Check, Copy, Replace } from 'lucide-react'
import { useState } from 'react'
import { restoreVersion } from '#course/versions.contract.ts'
import type { Desk } from '#course/web/index.tsx'
import { CallError } from '#platform/http/call'
import { copyText } from '#platform/web/save'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Row, sayRefusal, toast } from '#ui'
import { type Finding, resolveFinding } from '../contract.ts'
import { applySuggestion } from '../finding.contract.ts'
import { useText } from './text.ts'

export interface SettleProps {
  finding: Finding
  courseId: string
  /** Where the course is written, when it is open around this. */
  desk?: Desk | undefined
}

/** For the author: to take the suggested words over, to accept a finding, or to dismiss it. */
export function Settle(props: SettleProps) {
  const t = useText()
  const { finding } = props
  const resolve = useWrite(resolveFinding, ['reviews'])
  const apply = useApply(props)
  const settle = (resolution: 'accepted' | 'dismissed') =>
    resolve.mutate({ params: { findingId: finding.id }, body: { resolution } }, { onError: sayRefusal })
  return (
    <>
      {apply.refusal && <Changed refusal={apply.refusal} words={finding.suggestion ?? ''} />}
      <Row gap={8}>
        {finding.can.apply && !apply.refusal && (
          <Button
            size="sm"
            look="primary"
            icon={Replace}
            isPending={apply.isPending}
            onPress={() => void apply.run()}
          >
            {t('validation.apply')}
          </Button>
        )}
        <Button size="sm" icon={Check} isPending={resolve.isPending} onPress={() => settle('accepted')}>
          {t('validation.accept')}
        </Button>
        <Button size="sm" look="ghost" isPending={resolve.isPending} onPress={() => settle('dismissed')}>
          {t('validation.dismiss')}
        </Button>
      </Row>
    </>
  )
}

/** The words were not put in, and why; they can be copied. */
function Changed({ refusal, words }: { refusal: string; words: string }) {
  const t = useText()
  const copy = () =>
    copyText(words).then(
      () => void toast({ text: t('validation.copied'), tone: 'success' }),
      // The browser keeps the clipboard to itself: the words stand just above.
      () => void toast({ text: t('validation.notCopied'), tone: 'danger' }),
    )
  return (
    <Callout tone="warning" isAlert>
      <p>{refusal}</p>
      <Button size="sm" icon={Copy} onPress={() => void copy()}>
        {t('validation.copy')}
      </Button>
    </Callout>
  )
}

const isOfThePassage = ({ code }: CallError['problem']) =>
  code === 'finding.passage-changed' || code === 'finding.does-not-fit'

/** Puts suggested words into the draft: through the editor where it is open, so that it can be undone there. */
function useApply({ finding, courseId, desk }: SettleProps) {
  const t = useText()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const apply = useWrite(applySuggestion, ['reviews', 'my-courses', `draft:${courseId}`])
  const restore = useWrite(restoreVersion, ['my-courses', `draft:${courseId}`])
  const send = (revision: number | null) =>
    apply.mutateAsync({ params: { findingId: finding.id }, body: { revision } })
  const inEditor = async ({ goTo, takeOver }: Desk) => {
    if (finding.stepId) goTo(finding.stepId, finding.blockId)
    const isDone = await takeOver(send)
    if (isDone) toast({ text: t('validation.appliedHere'), tone: 'success' })
    else toast({ text: t('validation.saveFirst'), tone: 'danger' })
  }
  const inDraft = async () => {
    const { keptAs } = await send(null)
    const undo = () =>
      restore.mutate({ params: { courseId }, body: { number: keptAs } }, { onError: sayRefusal })
    toast({ text: t('validation.applied'), tone: 'success', undo })
  }
  const run = async () => {
    setPending(true)
    try {
      await (desk ? inEditor(desk) : inDraft())
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (isOfThePassage(error.problem)) setRefusal(error.message)
      else sayRefusal(error)
    } finally {
      setPending(false)
    }
  }
  return { run, refusal, isPending }
}
