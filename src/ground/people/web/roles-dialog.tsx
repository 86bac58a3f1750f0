import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Checkbox, Dialog, Form, Stack, sayRefusal, toast } from '#ui'
import { type GroupCard, type GroupMember, setRoles } from '../group.contract.ts'
import { useRoles } from './roles.ts'
import { useText } from './text.ts'

interface RolesDialogProps {
  group: GroupCard
  member: GroupMember
  onClose: () => void
}

/** Which roles someone holds on a group; those from above are said, and changed there. */
export function RolesDialog({ group, member, onClose }: RolesDialogProps) {
  const t = useText()
  const { items } = useRoles()
  const [roles, setChosen] = useState(member.roles)
  const set = useWrite(setRoles, ['people'])
  const params = { groupId: group.id, memberId: member.id }
  const save = () => {
    const undo = () => set.mutateAsync({ params, body: { roles: member.roles } }).catch(sayRefusal)
    const onSuccess = () => {
      toast({ text: t('people.group.rolesChanged', { name: member.name }), tone: 'success', undo })
      onClose()
    }
    set.mutate({ params, body: { roles } }, { onSuccess })
  }
  const hintOf = (id: (typeof roles)[number], may: string) => {
    const above = member.inherited.find(({ role }) => role === id)
    return above ? t('people.group.alsoFrom', { may, group: above.group }) : may
  }
  const names = { name: member.name, group: group.name }
  return (
    <Dialog title={t('people.group.rolesTitle', names)} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={set.error}>
        <Stack gap={8}>
          {items.map(({ id, label, hint }) => (
            <Checkbox
              key={id}
              isSelected={roles.includes(id)}
              onChange={(isOn) => setChosen(isOn ? [...roles, id] : roles.filter((one) => one !== id))}
              hint={hintOf(id, hint)}
            >
              {label}
            </Checkbox>
          ))}
        </Stack>
        {roles.length === 0 && <p className="ui-muted">{t('people.group.noRoles', names)}</p>}
        <div>
          <Button type="submit" look="primary" isPending={set.isPending}>
            {t('people.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
