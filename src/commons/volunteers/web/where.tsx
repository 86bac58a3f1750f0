import { useWrite } from '#platform/web/use'
import { Button, Row, Select, sayRefusal, toast } from '#ui'
import { type Volunteering, volunteerNow, withdrawVolunteer } from '../contract.ts'
import { useText } from './text.ts'

interface WhereProps {
  items: readonly Volunteering[]
  current: Volunteering
  onChange: (groupId: string) => void
}

/** In which group one volunteers, where there are several; and the way out, which leads back in. */
export function Where({ items, current, onChange }: WhereProps) {
  const t = useText()
  const leave = useWrite(withdrawVolunteer, ['volunteers'])
  const back = useWrite(volunteerNow, ['volunteers'])
  const { group, id } = current
  const undo = () => back.mutate({ body: { groupId: group.id } }, { onError: sayRefusal })
  const withdraw = () =>
    leave.mutate(
      { params: { volunteerId: id } },
      { onSuccess: () => toast({ text: t('volunteers.left'), undo }), onError: sayRefusal },
    )
  return (
    <div className="volunteers-where">
      {items.length > 1 && (
        <Select
          label={t('volunteers.group')}
          items={items.map((one) => ({ id: one.group.id, label: one.group.name }))}
          value={group.id}
          onChange={onChange}
        />
      )}
      <p className="ui-muted">{t('volunteers.seen')}</p>
      <Row>
        <Button look="ghost" isPending={leave.isPending} onPress={withdraw}>
          {t('volunteers.leave')}
        </Button>
      </Row>
    </div>
  )
}
