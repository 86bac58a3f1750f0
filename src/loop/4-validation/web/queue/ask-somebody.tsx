import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, type Choice, Combobox, Dialog, Form, toast } from '#ui'
import { assignReviewer, type WaitingRound } from '../../queue.contract.ts'
import { useText } from '../text.ts'

/** Asks somebody in particular, who may see the course and did not write it. */
export function AskSomebody({ round, onClose }: { round: WaitingRound; onClose: () => void }) {
  const t = useText()
  const { id: reviewId, title, author, groupId, isBlind } = round
  const [person, setPerson] = useState<Choice | null>(null)
  const find = usePeopleSearch({ mayEnter: groupId, isOneselfToo: true })
  const search = async (words: string, signal: AbortSignal): Promise<Choice[]> =>
    (await find(words, signal)).filter(({ id }) => id !== author.id)
  const assign = useWrite(assignReviewer, ['reviews'])
  const send = () => {
    if (!person) return
    const onSuccess = () => {
      toast({ text: t('validation.queue.asked', { name: person.label }), tone: 'success' })
      onClose()
    }
    assign.mutate({ params: { reviewId, memberId: person.id } }, { onSuccess })
  }
  return (
    <Dialog
      title={t('validation.queue.askTitle', { title })}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form onSubmit={send} error={assign.error}>
        <Combobox
          label={t('validation.queue.who')}
          hint={t(isBlind ? 'validation.queue.whoHintBlind' : 'validation.queue.whoHint')}
          search={search}
          value={person}
          onChange={setPerson}
          isRequired
        />
        <div>
          <Button type="submit" look="primary" isPending={assign.isPending}>
            {t('validation.queue.askDo')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
