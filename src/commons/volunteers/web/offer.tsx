import { HandHeart } from 'lucide-react'
import { useState } from 'react'
import { listGroups } from '#people/contract.ts'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Select, Stack, sayRefusal } from '#ui'
import { volunteerNow } from '../contract.ts'
import { useText } from './text.ts'

/** What happens when one says that one is interested, and the button that says so. */
export function Offer() {
  const t = useText()
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? []
  const [groupId, setGroup] = useState('')
  const come = useWrite(volunteerNow, ['volunteers'])
  const say = () => come.mutate({ body: { groupId: groupId || null } }, { onError: sayRefusal })
  return (
    <Card>
      <Stack gap={24}>
        <p>{t('volunteers.offer')}</p>
        <ol className="volunteers-how">
          <li>{t('volunteers.offer.first')}</li>
          <li>{t('volunteers.offer.second')}</li>
          <li>{t('volunteers.offer.third')}</li>
        </ol>
        {groups.length > 1 && (
          <Select
            label={t('volunteers.group')}
            items={[
              { id: '', label: t('volunteers.group.own') },
              ...groups.map(({ id, name }) => ({ id, label: name })),
            ]}
            value={groupId}
            onChange={setGroup}
          />
        )}
        <div>
          <Button look="primary" size="lg" icon={HandHeart} isPending={come.isPending} onPress={say}>
            {t('volunteers.come')}
          </Button>
        </div>
        <p className="ui-muted">{t('volunteers.seen')}</p>
      </Stack>
    </Card>
  )
}
