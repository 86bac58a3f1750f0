import { useSearchParams } from 'react-router'
import { paths } from '#paths'
import { Card, Page, Stack, Tabs } from '#ui'
import { BringList } from './bring-list.tsx'
import { InviteForm } from './invite-form.tsx'
import { useText } from './text.ts'
import { Waiting } from './waiting.tsx'

/** Invites one person or a whole list, and shows who has not answered yet. */
export function Component() {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const way = search.get('way') === 'list' ? 'list' : 'one'
  const ways = [
    { id: 'one', label: t('people.invite.one'), content: <InviteForm /> },
    { id: 'list', label: t('people.invite.list'), content: <BringList /> },
  ]
  return (
    <Page
      title={t('people.invite.title')}
      lead={t('people.invite.lead')}
      width="middle"
      breadcrumbs={[
        { label: t('people.settings'), href: paths.settings },
        { label: t('people.people'), href: paths.people },
      ]}
    >
      <Stack gap={24}>
        <Card>
          <Tabs
            label={t('people.invite.ways')}
            items={ways}
            selected={way}
            onSelect={(next) => setSearch(next === 'list' ? { way: 'list' } : {}, { replace: true })}
          />
        </Card>
        <Waiting />
      </Stack>
    </Page>
  )
}
