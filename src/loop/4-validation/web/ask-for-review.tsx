import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Avatar, Button, Checkbox, Dialog, ErrorState, Form, Row, SkeletonRows, TextArea, toast } from '#ui'
import { askForReview, suggestReviewers } from '../contract.ts'
import { useText } from './text.ts'

interface AskForReviewProps {
  courseId: string
  /** Awaited before asking, so that what is under review is what was written last. */
  beforeAsking?: () => Promise<void>
  isDisabled?: boolean
}

/** The button that asks peers to look, and the window where one chooses whom. */
export function AskForReview({ courseId, beforeAsking, isDisabled = false }: AskForReviewProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const open = async () => {
    await beforeAsking?.()
    setOpen(true)
  }
  return (
    <>
      <Button look="primary" isDisabled={isDisabled} onPress={() => void open()}>
        {t('validation.ask')}
      </Button>
      <Dialog title={t('validation.askTitle')} isOpen={isOpen} onOpenChange={setOpen}>
        {isOpen && <Choose courseId={courseId} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function Choose({ courseId, onDone }: { courseId: string; onDone: () => void }) {
  const t = useText()
  const params = { courseId }
  const peers = useRead(suggestReviewers, { params })
  const [chosen, setChosen] = useState<string[]>([])
  const [note, setNote] = useState('')
  const ask = useWrite(askForReview, ['reviews', 'my-courses'])
  const toggle = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
  const onSuccess = () => {
    onDone()
    toast({ text: t('validation.sent'), tone: 'success' })
  }
  const problem = ask.error?.problem
  if (peers.isPending) return <SkeletonRows rows={3} />
  if (peers.error) return <ErrorState>{peers.error.problem.detail}</ErrorState>
  if (peers.data.items.length === 0) return <p>{t('validation.noPeers')}</p>
  return (
    <Form
      onSubmit={() => ask.mutate({ params, body: { reviewerIds: chosen, note } }, { onSuccess })}
      error={problem?.faults?.[0]?.detail ?? problem?.detail}
    >
      <fieldset className="validation-peers">
        <legend>{t('validation.askWho')}</legend>
        {peers.data.items.map(({ id, name, waiting }) => (
          <Checkbox
            key={id}
            isSelected={chosen.includes(id)}
            isDisabled={chosen.length >= 5 && !chosen.includes(id)}
            onChange={(isOn) => toggle(id, isOn)}
          >
            <Row gap={8} isTight>
              <Avatar id={id} name={name} size="sm" />
              <span>
                {name} <small className="ui-muted">{t('validation.waiting', { count: waiting })}</small>
              </span>
            </Row>
          </Checkbox>
        ))}
      </fieldset>
      <TextArea label={t('validation.note')} isOptional value={note} onChange={setNote} maxLength={2000} />
      <Button type="submit" look="primary" isDisabled={chosen.length === 0} isPending={ask.isPending}>
        {t('validation.send', { count: chosen.length })}
      </Button>
    </Form>
  )
}
