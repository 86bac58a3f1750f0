import { UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import type { Desk } from '#course/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import {
  Avatar,
  Button,
  Checkbox,
  Dialog,
  ErrorState,
  Form,
  Row,
  SkeletonRows,
  Stack,
  sayRefusal,
  TextArea,
  toast,
  useList,
} from '#ui'
import { askForReview, suggestReviewers } from '../contract.ts'
import { publishTrusted } from '../policy.contract.ts'
import { useKept } from './kept.ts'
import { RoundView, useLastRound } from './rounds.tsx'
import { useText } from './text.ts'
import './review.css'

interface AskForReviewProps {
  courseId: string
  /** Awaited before asking, so that what is under review is what was written last. Answers false when that is not ready. */
  beforeAsking?: () => Promise<boolean>
  isDisabled?: boolean
  /** Where the course is written, when it is open around this. */
  desk?: Desk | undefined
  /** Somebody has asked here, or published where no review is needed. */
  onAsked?: () => void
}

/** The button that asks peers to look; while they do, it says so and opens who looks and what they found. */
export function AskForReview(props: AskForReviewProps) {
  const { courseId, beforeAsking, isDisabled = false, desk, onAsked } = props
  const t = useText()
  // Stays as it was opened: that somebody was asked is heard here too, while this window still says so and closes.
  const [shown, show] = useState<'round' | 'choice' | null>(null)
  const [isSaving, setSaving] = useState(false)
  const rounds = useLastRound(courseId)
  const [last] = rounds.data?.items ?? []
  const isUnder = last !== undefined && last.outcome === null
  const open = async () => {
    setSaving(true)
    const isReady = isUnder || ((await beforeAsking?.()) ?? true)
    setSaving(false)
    if (isReady) show(isUnder ? 'round' : 'choice')
  }
  const close = () => show(null)
  const done = () => {
    close()
    onAsked?.()
  }
  const title = shown === 'round' ? t('validation.under') : t('validation.askWho')
  return (
    <>
      <Button
        look={isUnder ? 'soft' : 'primary'}
        icon={UserRoundCheck}
        isDisabled={isDisabled}
        isPending={isSaving}
        onPress={() => void open()}
      >
        {isUnder ? t('validation.under') : last ? t('validation.askAgain') : t('validation.ask')}
      </Button>
      <Dialog title={title} isOpen={shown !== null} onOpenChange={(isOpen) => isOpen || close()}>
        {shown === 'round' && last && <RoundView round={last} desk={desk} />}
        {shown === 'choice' && <Choose courseId={courseId} onDone={done} />}
      </Dialog>
    </>
  )
}

interface ChooseProps {
  courseId: string
  onDone: () => void
}

function Choose({ courseId, onDone }: ChooseProps) {
  const peers = useRead(suggestReviewers, { params: { courseId } }, { topics: ['reviews'] })
  if (peers.isPending) return <SkeletonRows rows={3} />
  if (peers.error) return <ErrorState onRetry={() => void peers.refetch()}>{peers.error.message}</ErrorState>
  return <Request courseId={courseId} suggested={peers.data} onDone={onDone} />
}

interface Peer {
  id: string
  name: string
  waiting: number
}
const most = 5

type Suggested = z.output<(typeof suggestReviewers)['returns']>

function Request({ courseId, suggested, onDone }: ChooseProps & { suggested: Suggested }) {
  const { items: peers, policy, mayPublish } = suggested
  const t = useText()
  const list = useList()
  // Those are proposed whom Cairn would ask.
  const [chosen, setChosen] = useState<readonly string[]>(
    peers.slice(0, policy.approvals).map(({ id }) => id),
  )
  const [note, keepNote, forget] = useKept(`cairn:ask-review:${courseId}`, '')
  const ask = useWrite(askForReview, ['reviews', 'my-courses'])
  const names = list(peers.filter(({ id }) => chosen.includes(id)).map(({ name }) => name))
  const toggle = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
  const send = () =>
    ask.mutate(
      { params: { courseId }, body: { reviewerIds: [...chosen], note } },
      {
        onSuccess: () => {
          forget()
          onDone()
          const text = names ? t('validation.askedDone', { names }) : t('validation.askedAny')
          toast({ text, tone: 'success' })
        },
      },
    )
  return (
    <Form onSubmit={send} error={ask.error}>
      <p className="review-quiet">
        {t(policy.isBlind ? 'validation.askBlind' : 'validation.askPolicy', policyWords(policy))}
      </p>
      {peers.length > 0 && <Peers peers={peers} chosen={chosen} onToggle={toggle} />}
      <TextArea
        label={t('validation.askNote')}
        name="note"
        hint={t('validation.askNoteHint')}
        value={note}
        onChange={keepNote}
        onSend={send}
        maxLength={2000}
        isOptional
      />
      <small className="ui-muted">{t('validation.askNext')}</small>
      <Button type="submit" look="primary" isPending={ask.isPending}>
        {chosen.length > 0 ? t('validation.askSend', { names }) : t('validation.askAny')}
      </Button>
      {mayPublish && <Publish courseId={courseId} onDone={onDone} />}
    </Form>
  )
}

const policyWords = ({ approvals, days }: Suggested['policy']) => ({ approvals, days })

/** For a leader who was approved often enough: no review is needed. */
function Publish({ courseId, onDone }: ChooseProps) {
  const t = useText()
  const publish = useWrite(publishTrusted, ['reviews', 'my-courses', 'courses'])
  const send = () =>
    publish.mutate(
      { params: { courseId } },
      {
        onSuccess: () => {
          onDone()
          toast({ text: t('validation.publishedTrusted'), tone: 'success' })
        },
        onError: sayRefusal,
      },
    )
  return (
    <Stack gap={8}>
      <small className="ui-muted">{t('validation.trusted')}</small>
      <Button isPending={publish.isPending} onPress={send}>
        {t('validation.publishTrusted')}
      </Button>
    </Stack>
  )
}

interface PeersProps {
  peers: Peer[]
  chosen: readonly string[]
  onToggle: (id: string, isOn: boolean) => void
}

function Peers({ peers, chosen, onToggle }: PeersProps) {
  const t = useText()
  return (
    <fieldset className="review-peers">
      <legend>{t('validation.askHint')}</legend>
      {peers.map(({ id, name, waiting }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          isDisabled={chosen.length >= most && !chosen.includes(id)}
          hint={t('validation.waitingOn', { count: waiting })}
          onChange={(isOn) => onToggle(id, isOn)}
        >
          <Row gap={8} isTight>
            <Avatar id={id} name={name} size="sm" />
            <span>{name}</span>
          </Row>
        </Checkbox>
      ))}
    </fieldset>
  )
}
