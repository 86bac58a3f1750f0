import { Compass } from 'lucide-react'
import { useState } from 'react'
import { getMember, listGroups } from '#people/contract.ts'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Checkbox, Dialog, Form, Select, toast } from '#ui'
import { nominate } from '../../nomination.contract.ts'
import { Sentence } from '../sentence.tsx'
import { useText } from '../text.ts'
import '../leader.css'

interface NominateDialogProps {
  member: { id: string; name: string }
  /** The group one was looking at: what is proposed where the member's own groups say nothing better. */
  groupId?: string
  onClose: () => void
}

/** Proposes somebody as a leader with a reason; who may ask them does so at once. */
export function NominateDialog({ member, groupId, onClose }: NominateDialogProps) {
  const t = useText()
  const title = t('leader.nominate.title', { name: member.name })
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <NominateForm member={member} groupId={groupId} onDone={onClose} />
    </Dialog>
  )
}

/** The groups to choose from, and the member's first one below the whole organization. */
function useGroups(memberId: string) {
  const { organization } = useSession()
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? []
  const roles = useRead(getMember, { params: { memberId } }, { topics: ['people'] }).data?.roles ?? []
  const own = roles.find(({ groupId }) => groupId !== organization.id)?.groupId
  return { items: groups.map(({ id, name }) => ({ id, label: name })), own, whole: organization.id }
}

interface NominateFormProps {
  member: { id: string; name: string }
  groupId: string | undefined
  onDone: () => void
}

/** What is written so far, and the way to send it. */
function useProposal({ member, groupId, onDone }: NominateFormProps) {
  const t = useText()
  const session = useSession()
  const { items, own, whole } = useGroups(member.id)
  const usual = groupId && groupId !== whole ? groupId : (own ?? groupId ?? whole)
  const [chosen, choose] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const mayAsk = holdsRole(session, 'manager') && member.id !== session.member.id
  const [isAsked, setAsked] = useState(mayAsk)
  const write = useWrite(nominate, ['nominations'])
  const said = isAsked ? 'leader.nominate.asked' : 'leader.nominate.done'
  const onSuccess = () => {
    toast({ text: t(said, { name: member.name }), tone: 'success' })
    onDone()
  }
  const group = chosen ?? usual
  const send = () =>
    write.mutate({ body: { memberId: member.id, groupId: group, reason, isAsked } }, { onSuccess })
  return { items, group, choose, reason, setReason, mayAsk, isAsked, setAsked, send, write }
}

function NominateForm(props: NominateFormProps) {
  const t = useText()
  const { name } = props.member
  const proposal = useProposal(props)
  const { items, group, choose, reason, setReason, mayAsk, isAsked, setAsked, send, write } = proposal
  return (
    <Form onSubmit={send} error={write.error}>
      <Select
        label={t('leader.nominate.group')}
        name="groupId"
        items={items}
        value={group}
        onChange={choose}
      />
      <Sentence
        label={t('leader.nominate.reason')}
        hint={t('leader.nominate.reasonHint', { name })}
        name="reason"
        value={reason}
        onChange={setReason}
        onSend={send}
        autoFocus
      />
      {mayAsk && (
        <Checkbox isSelected={isAsked} onChange={setAsked} hint={t('leader.nominate.askHint', { name })}>
          {t('leader.nominate.ask')}
        </Checkbox>
      )}
      <div>
        <Button type="submit" look="primary" isPending={write.isPending}>
          {t(isAsked ? 'leader.nominate.sendAsk' : 'leader.nominate.send', { name })}
        </Button>
      </div>
    </Form>
  )
}

/** Proposes the person whose page it is. */
export function NominateButton({ member }: { member: { id: string; name: string } }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button icon={Compass} onPress={() => setOpen(true)}>
        {t('leader.nominate')}
      </Button>
      {isOpen && <NominateDialog member={member} onClose={() => setOpen(false)} />}
    </div>
  )
}
