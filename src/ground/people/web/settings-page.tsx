import { Import, Mails, Network, Scale, UserRound, Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Card, Form, List, ListRow, Page, Stack, TextField, toast } from '#ui'
import { changeOrganization } from '../organization.contract.ts'
import { holdsRole, useSession } from './session.ts'
import { useText } from './text.ts'

/** Everything that is set once and looked up now and then: the organization, its people, its groups; and what later stages have to set. */
export function SettingsPage({ children }: { children: ReactNode }) {
  const t = useText()
  const session = useSession()
  const { organization, roles } = session
  const isAdmin = roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')
  return (
    <Page title={t('people.settings')} lead={t('people.settings.lead')} width="narrow">
      <Stack gap={24}>
        <Card isFlush>
          <Places isAdmin={isAdmin} mayInvite={holdsRole(session, 'admin')} />
        </Card>
        {isAdmin && <Organization name={organization.name} />}
        {isAdmin && children}
      </Stack>
    </Page>
  )
}

function Organization({ name: before }: { name: string }) {
  const t = useText()
  const [name, setName] = useState(before)
  const change = useWrite(changeOrganization, ['people', 'groups'])
  const rename = (to: string, undo?: () => void) =>
    change.mutate(
      { body: { name: to } },
      {
        onSuccess: () => {
          setName(to)
          toast({ text: t('people.organization.renamed', { name: to }), tone: 'success', undo })
        },
      },
    )
  return (
    <Card title={t('people.organization')}>
      <Form onSubmit={() => rename(name, () => rename(before))} error={change.error}>
        <TextField
          label={t('people.welcome.organization')}
          name="name"
          value={name}
          onChange={setName}
          maxLength={80}
          isRequired
        />
        <div>
          <Button type="submit" isPending={change.isPending} isDisabled={name.trim() === before}>
            {t('people.organization.rename')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

/** What there is to look up and to set, each on a page of its own. */
function Places({ isAdmin, mayInvite }: { isAdmin: boolean; mayInvite: boolean }) {
  const t = useText()
  return (
    <List label={t('people.settings')}>
      <ListRow
        before={<Users size={22} aria-hidden="true" />}
        title={t('people.people')}
        text={t('people.settings.people')}
        href={paths.people}
      />
      <ListRow
        before={<Network size={22} aria-hidden="true" />}
        title={t('people.groups')}
        text={t('people.settings.groups')}
        href={paths.groups}
      />
      {mayInvite && (
        <ListRow
          before={<Mails size={22} aria-hidden="true" />}
          title={t('people.invite.title')}
          text={t('people.settings.invite')}
          href={paths.invite}
        />
      )}
      <ListRow
        before={<Scale size={22} aria-hidden="true" />}
        title={t('people.settings.trust')}
        text={t('people.settings.trustText')}
        href={paths.purposes}
      />
      {isAdmin && (
        <ListRow
          before={<Import size={22} aria-hidden="true" />}
          title={t('people.settings.imports')}
          text={t('people.settings.importsText')}
          href={paths.imports}
        />
      )}
      <ListRow
        before={<UserRound size={22} aria-hidden="true" />}
        title={t('people.me')}
        text={t('people.settings.me')}
        href={paths.me}
      />
    </List>
  )
}
