import { useState } from 'react'
import { paths } from '#paths'
import { call } from '#platform/http/call'
import { useWrite } from '#platform/web/use'
import { Avatar, Button, type Choice, Combobox, Dialog, Form, Link, Select, sayRefusal, toast } from '#ui'
import { grantRole, listMembers, withdrawRole } from '../contract.ts'
import type { GroupCard } from '../group.contract.ts'
import { useRoles } from './roles.ts'
import { useText } from './text.ts'

const findPeople = async (q: string, signal: AbortSignal): Promise<Choice[]> => {
  const { items } = await call(listMembers, { query: { q, limit: 12 }, signal })
  return items.map(({ id, name, title }) => ({
    id,
    label: name,
    hint: title,
    before: <Avatar id={id} name={name} size="sm" />,
  }))
}

/** Takes a member of the organization into a group, in a role. */
export function AddToGroup({ group, onClose }: { group: GroupCard; onClose: () => void }) {
  const t = useText()
  const { items: roles } = useRoles()
  const [person, setPerson] = useState<Choice | null>(null)
  const [role, setRole] = useState<Role>('learner')
  const { add, isPending, error } = useAdd(group, onClose)
  return (
    <Dialog title={t('people.group.addTo', { name: group.name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => person && add(person, role)} error={error}>
        <Combobox
          label={t('people.group.person')}
          name="memberId"
          hint={t.rich('people.group.personHint', {
            invite: (words) => <Link href={paths.invite}>{words}</Link>,
          })}
          search={findPeople}
          value={person}
          onChange={setPerson}
          isRequired
          autoFocus
        />
        <Select
          label={t('people.invite.role')}
          items={roles}
          value={role}
          onChange={(next) => setRole(next)}
        />
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {t('people.group.addPerson')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

type Role = ReturnType<typeof useRoles>['items'][number]['id']

function useAdd(group: GroupCard, onClose: () => void) {
  const t = useText()
  const grant = useWrite(grantRole, ['people'])
  const withdraw = useWrite(withdrawRole, ['people'])
  const add = (person: Choice, role: Role) => {
    const params = { groupId: group.id, memberId: person.id, role }
    const onSuccess = () => {
      const text = t('people.group.personAdded', { name: person.label, group: group.name })
      const undo = () => withdraw.mutateAsync({ params }).catch(sayRefusal)
      toast({ text, tone: 'success', undo })
      onClose()
    }
    grant.mutate({ params }, { onSuccess })
  }
  return { add, isPending: grant.isPending, error: grant.error }
}
