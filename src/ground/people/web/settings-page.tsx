import {
  Award,
  ChartPie,
  Gift,
  Import,
  KeyRound,
  Mails,
  Network,
  Scale,
  UserRound,
  Users,
  Workflow,
} from 'lucide-react'
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
          <Places
            isAdmin={isAdmin}
            mayInvite={holdsRole(session, 'admin')}
            mayManage={holdsRole(session, 'manager')}
          />
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

interface PlacesProps {
  isAdmin: boolean
  mayInvite: boolean
  mayManage: boolean
}

/** What there is to look up and to set, each on a page of its own. */
function Places({ isAdmin, mayInvite, mayManage }: PlacesProps) {
  const t = useText()
  const places = [
    { icon: Users, href: paths.people, title: t('people.people'), text: t('people.settings.people') },
    { icon: Network, href: paths.groups, title: t('people.groups'), text: t('people.settings.groups') },
    mayInvite && {
      ...{ icon: Mails, href: paths.invite },
      ...{ title: t('people.invite.title'), text: t('people.settings.invite') },
    },
    {
      ...{ icon: Award, href: paths.badges },
      ...{ title: t('people.settings.badges'), text: t('people.settings.badgesText') },
    },
    isAdmin && {
      ...{ icon: Gift, href: paths.rewardDesigns },
      ...{ title: t('people.settings.rewards'), text: t('people.settings.rewardsText') },
    },
    isAdmin && {
      ...{ icon: Workflow, href: paths.rules },
      ...{ title: t('people.settings.rules'), text: t('people.settings.rulesText') },
    },
    mayManage && {
      ...{ icon: ChartPie, href: paths.fairness },
      ...{ title: t('people.settings.fairness'), text: t('people.settings.fairnessText') },
    },
    {
      ...{ icon: Scale, href: paths.purposes },
      ...{ title: t('people.settings.trust'), text: t('people.settings.trustText') },
    },
    isAdmin && {
      ...{ icon: Import, href: paths.imports },
      ...{ title: t('people.settings.imports'), text: t('people.settings.importsText') },
    },
    isAdmin && {
      ...{ icon: KeyRound, href: paths.apiKeys },
      ...{ title: t('people.keys'), text: t('people.settings.keysText') },
    },
    { icon: UserRound, href: paths.me, title: t('people.me'), text: t('people.settings.me') },
  ]
  return (
    <List label={t('people.settings')}>
      {places
        .filter((place) => place !== false)
        .map(({ icon: Icon, ...place }) => (
          <ListRow key={place.href} before={<Icon size={22} aria-hidden="true" />} {...place} />
        ))}
    </List>
  )
}
