import { useNavigate } from 'react-router'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Dialog, Form, TextArea, toast } from '#ui'
import { giveVerdict, type Review } from '../contract.ts'
import { MustPass, useNotPassed } from './criteria/must-pass.tsx'
import { Drafts } from './drafts.tsx'
import { useKept } from './kept.ts'
import { useText } from './text.ts'

export type Verdict = 'approve' | 'changes' | 'comment'

interface VerdictDialogProps {
  review: Review
  /** Which verdict is about to be given; null when none is. */
  verdict: Verdict | null
  onClose: () => void
}

/** Says what a verdict does before it is given, and takes a word to the author. */
export function VerdictDialog({ review, verdict, onClose }: VerdictDialogProps) {
  const t = useText()
  const open = useNotPassed(review)
  const { title, author } = review
  const { name } = author
  const titles = {
    approve: t('validation.approveTitle', { title }),
    changes: t('validation.requestTitle', { name }),
    comment: t('validation.commentTitle', { name }),
  }
  return (
    <Dialog
      title={verdict ? titles[verdict] : ''}
      isOpen={verdict !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      {verdict === 'approve' && open.length > 0 ? (
        <MustPass names={open} onClose={onClose} />
      ) : (
        verdict && <VerdictForm review={review} verdict={verdict} onClose={onClose} />
      )}
    </Dialog>
  )
}

/** How many approvals are still missing after one's own. */
const missing = ({ approvalsNeeded, reviewers }: Review, me: string) =>
  approvalsNeeded -
  1 -
  reviewers.filter(({ verdict, member }) => verdict === 'approve' && member.id !== me).length

/** What a verdict does, its button, and what is said when it is given. */
function useVerdictWords(review: Review, verdict: Verdict) {
  const t = useText()
  const left = missing(review, useSession().member.id)
  const { name } = review.author
  const words = {
    approve: {
      text: left > 0 ? t('validation.approveWaits', { count: left }) : t('validation.approvePublishes'),
      send: t('validation.approveSend'),
      done: t('validation.approved', { name }),
    },
    changes: {
      text: t('validation.requestText', { name }),
      send: t('validation.requestSend', { name }),
      done: t('validation.requested', { name }),
    },
    comment: {
      text: t('validation.commentText', { name }),
      send: t('validation.commentSend', { name }),
      done: t('validation.commented', { name }),
    },
  }
  return words[verdict]
}

/** Before an approval: what somebody said must be put right, and nobody has settled. */
function Despite({ review }: { review: Review }) {
  const t = useText()
  const count = review.findings.filter(
    ({ severity, resolution }) => severity === 'must' && resolution === null,
  ).length
  return count > 0 && <Callout tone="warning">{t('validation.approveDespite', { count })}</Callout>
}

interface VerdictFormProps extends VerdictDialogProps {
  verdict: Verdict
}

function VerdictForm({ review, verdict, onClose }: VerdictFormProps) {
  const t = useText()
  const navigate = useNavigate()
  const me = useSession().member.id
  const [note, keepNote, forget] = useKept(`cairn:verdict:${review.id}`, '')
  const give = useWrite(giveVerdict, ['reviews', 'my-courses', 'courses', 'feed', 'needs'])
  const words = useVerdictWords(review, verdict)
  const found = review.findings.some(({ author, round }) => author.id === me && round === review.round)
  const needsNote = verdict !== 'approve' && !found
  const send = () =>
    give.mutate(
      { params: { reviewId: review.id }, body: { verdict, note } },
      {
        onSuccess: () => {
          forget()
          onClose()
          toast({ text: words.done, tone: 'success' })
          if (verdict !== 'comment') void navigate(paths.reviews)
        },
      },
    )
  return (
    <Form onSubmit={send} error={give.error}>
      <p>{words.text}</p>
      {verdict === 'approve' && <Despite review={review} />}
      <Drafts review={review} areOpenToo />
      <TextArea
        label={t('validation.note')}
        name="note"
        value={note}
        onChange={keepNote}
        onSend={send}
        maxLength={2000}
        check={(written) => (needsNote && written.trim() === '' ? t('validation.noteNeeded') : null)}
        isOptional={!needsNote}
        autoFocus
      />
      <Button type="submit" look="primary" isPending={give.isPending}>
        {words.send}
      </Button>
    </Form>
  )
}
