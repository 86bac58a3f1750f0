import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type Need, raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { listGroups } from '#people/contract.ts'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Dialog, Form, Select, sayRefusal, TextArea, TextField, toast } from '#ui'
import { askExperts } from '../../asking.contract.ts'
import { useText } from '../text.ts'

interface AskButtonProps {
  member: { id: string; name: string }
}

/** Asks somebody, and the next best with them: what one needs is said to all, and they are told first. */
export function AskButton({ member }: AskButtonProps) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  if (useSession().member.id === member.id) return null
  return (
    <>
      <Button icon={MessageCircleQuestion} onPress={() => setAsking(true)}>
        {t('leader.ask.button')}
      </Button>
      {isAsking && <AskDialog member={member} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Raises the need, and then asks; where asking is refused the need stands all the same, and one is told why. */
function useAsking(memberId: string) {
  const t = useText()
  const navigate = useNavigate()
  const raise = useWrite(raiseNeed, ['needs'])
  const ask = useWrite(askExperts, ['asking'])
  const send = (body: { title: string; details: string; groupId: string }) => {
    const onSuccess = ({ id: needId }: Need) => {
      ask.mutate(
        { params: { needId }, body: { firstId: memberId } },
        { onSuccess: () => toast({ text: t('leader.asking.begun'), tone: 'success' }), onError: sayRefusal },
      )
      void navigate(linkTo(paths.need, { needId }))
    }
    raise.mutate({ body }, { onSuccess })
  }
  return { send, isPending: raise.isPending, error: raise.error }
}

function AskDialog({ member, onClose }: AskButtonProps & { onClose: () => void }) {
  const t = useText()
  const session = useSession()
  const [title, setTitle] = useState('')
  const [details, setDetails] = useState('')
  const home = session.groups.find(({ id }) => id !== session.organization.id) ?? session.organization
  const [groupId, setGroup] = useState(home.id)
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? [home]
  const { send, isPending, error } = useAsking(member.id)
  return (
    <Dialog title={t('leader.ask.title', { name: member.name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => send({ title, details, groupId })} error={error}>
        <TextField
          label={t('leader.ask.what')}
          hint={t('leader.ask.hint')}
          name="title"
          value={title}
          onChange={setTitle}
          maxLength={140}
          check={(words) => (words.trim().length < 5 ? t('leader.ask.short') : null)}
          isRequired
          autoFocus
        />
        <TextArea
          label={t('leader.ask.details')}
          name="details"
          value={details}
          onChange={setDetails}
          maxLength={2000}
          lines={3}
          isOptional
        />
        <Select
          label={t('leader.ask.where')}
          name="groupId"
          items={groups.map(({ id, name }) => ({ id, label: name }))}
          value={groupId}
          onChange={setGroup}
        />
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {t('leader.ask.send', { name: member.name })}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
