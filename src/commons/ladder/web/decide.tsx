import { Check, MessageSquareReply, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, Row, sayRefusal, TextArea, toast } from '#ui'
import {
  type Contribution,
  declineContribution,
  returnContribution,
  takeContribution,
  undeclineContribution,
  untakeContribution,
  withdrawContribution,
} from '../contribution.contract.ts'
import { useText } from './text.ts'

/** What a decision changes: the lists, the draft and, one day, who is named. */
const topicsOf = ({ course }: Contribution) => ['contributions', 'ladder', 'my-courses', `draft:${course.id}`]

/** For the author: to take it in, or to say why not. */
export function Decide({ contribution }: { contribution: Contribution }) {
  const t = useText()
  const { id, edition } = contribution
  const [isDeclining, setDeclining] = useState(false)
  const take = useWrite(takeContribution, topicsOf(contribution))
  const untake = useWrite(untakeContribution, topicsOf(contribution))
  const params = { contributionId: id }
  const onError = sayRefusal
  const undo = () => untake.mutate({ params }, { onError })
  const onSuccess = () => toast({ text: t('ladder.taken'), tone: 'success', undo })
  return (
    <Row gap={8}>
      <Button
        look="primary"
        icon={Check}
        isPending={take.isPending}
        onPress={() => take.mutate({ params, body: { edition } }, { onSuccess, onError })}
      >
        {t('ladder.take')}
      </Button>
      <Button look="ghost" icon={MessageSquareReply} onPress={() => setDeclining(true)}>
        {t('ladder.decline')}
      </Button>
      {isDeclining && <Decline contribution={contribution} onClose={() => setDeclining(false)} />}
    </Row>
  )
}

function Decline({ contribution, onClose }: { contribution: Contribution; onClose: () => void }) {
  const t = useText()
  const { id, contributor } = contribution
  const [words, setWords] = useState('')
  const decline = useWrite(declineContribution, topicsOf(contribution))
  const again = useWrite(undeclineContribution, topicsOf(contribution))
  const params = { contributionId: id }
  const undo = () => again.mutate({ params }, { onError: sayRefusal })
  const onSuccess = () => {
    onClose()
    toast({ text: t('ladder.declined', { name: contributor.name }), tone: 'success', undo })
  }
  return (
    <Dialog title={t('ladder.decline')} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => decline.mutate({ params, body: { words } }, { onSuccess })} error={decline.error}>
        <TextArea
          label={t('ladder.why', { name: contributor.name })}
          hint={t('ladder.whyHint')}
          name="words"
          value={words}
          onChange={setWords}
          maxLength={500}
          lines={3}
          isRequired
          autoFocus
        />
        <Button type="submit" look="primary" isPending={decline.isPending}>
          {t('ladder.answer', { name: contributor.name })}
        </Button>
      </Form>
    </Dialog>
  )
}

/** To take a decision back, or to give again what one took back. */
export function Reopen({ contribution }: { contribution: Contribution }) {
  const t = useText()
  const { id, state } = contribution
  const ways = {
    taken: useWrite(untakeContribution, topicsOf(contribution)),
    declined: useWrite(undeclineContribution, topicsOf(contribution)),
    withdrawn: useWrite(returnContribution, topicsOf(contribution)),
  }
  if (state === 'open') return null
  const way = ways[state]
  return (
    <Row>
      <Button
        size="sm"
        icon={Undo2}
        isPending={way.isPending}
        onPress={() => way.mutate({ params: { contributionId: id } }, { onError: sayRefusal })}
      >
        {t(`ladder.reopen.${state}`)}
      </Button>
    </Row>
  )
}

/** For whoever gave it: to take it back, as long as nobody has decided. */
export function TakeBack({ contribution }: { contribution: Contribution }) {
  const t = useText()
  const params = { contributionId: contribution.id }
  const withdraw = useWrite(withdrawContribution, topicsOf(contribution))
  const again = useWrite(returnContribution, topicsOf(contribution))
  const onError = sayRefusal
  const undo = () => again.mutate({ params }, { onError })
  const onSuccess = () => toast({ text: t('ladder.takenBack'), undo })
  return (
    <Button
      size="sm"
      look="ghost"
      isPending={withdraw.isPending}
      onPress={() => withdraw.mutate({ params }, { onSuccess, onError })}
    >
      {t('ladder.takeBack')}
    </Button>
  )
}
