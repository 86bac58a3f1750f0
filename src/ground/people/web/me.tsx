import { LogOut, Settings } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  Form,
  List,
  ListRow,
  Page,
  ShowMore,
  Stack,
  TextField,
  ThemeToggle,
  Time,
  toast,
} from '#ui'
import { listSessions, signOutEverywhere } from '../access.contract.ts'
import { changeMember, signOut } from '../contract.ts'
import { LanguageChoice } from './language-choice.tsx'
import { useSession } from './session.ts'
import { useText } from './text.ts'

interface MeProps {
  /** Where else one may go from here. */
  places: ReactNode
  /** What else is one's own to decide. */
  choices: ReactNode
}

/** Oneself: name, what one does, language, appearance, and the way out. */
export function Me({ places, choices }: MeProps) {
  const t = useText()
  return (
    <Page title={t('people.me')} width="narrow" actions={<SignOut />}>
      <Stack gap={24}>
        {places}
        <Profile />
        <Card title={t('people.theme')}>
          <ThemeToggle isIconOnly={false} />
        </Card>
        {choices}
        <Card isFlush>
          <List>
            <ListRow
              before={<Settings size={22} aria-hidden="true" />}
              title={t('people.settings')}
              text={t('people.settings.lead')}
              href={paths.settings}
            />
          </List>
        </Card>
        <Sessions />
      </Stack>
    </Page>
  )
}

/** To the door by a load of the page: nothing that was read stays, and whoever comes in next begins at home. */
const goOut = () => window.location.assign(paths.signIn)

function SignOut() {
  const t = useText()
  const leave = useWrite(signOut)
  return (
    <Button
      icon={LogOut}
      look="line"
      isPending={leave.isPending}
      onPress={() => leave.mutate({}, { onSuccess: goOut })}
    >
      {t('people.signOut')}
    </Button>
  )
}

/** Where one is signed in, and the way out of all of it. */
function Sessions() {
  const t = useText()
  const sessions = useList(listSessions)
  const leave = useWrite(signOutEverywhere)
  return (
    <Card title={t('people.sessions')}>
      <List>
        {sessions.items.map(({ id, agent, createdAt, current }) => (
          <ListRow
            key={id}
            title={agent}
            text={<Time at={createdAt} />}
            after={current && <Chip>{t('people.session.current')}</Chip>}
          />
        ))}
      </List>
      <ShowMore list={sessions} />
      <Button isPending={leave.isPending} onPress={() => leave.mutate({}, { onSuccess: goOut })}>
        {t('people.signOutEverywhere')}
      </Button>
    </Card>
  )
}

function Profile() {
  const t = useText()
  const { member } = useSession()
  const [form, setForm] = useState({ name: member.name, title: member.title, locale: member.locale })
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [timeZone, setTimeZone] = useState(member.timeZone ?? here)
  const change = useWrite(changeMember, ['people'])
  const save = () =>
    change.mutate(
      { params: { memberId: member.id }, body: { ...form, timeZone } },
      { onSuccess: () => toast({ text: t('people.saved'), tone: 'success' }) },
    )
  return (
    <Card>
      <Form onSubmit={save} error={change.error}>
        <TextField
          label={t('people.welcome.name')}
          name="name"
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
          maxLength={120}
          isRequired
        />
        <TextField
          label={t('people.jobTitle')}
          name="title"
          value={form.title}
          onChange={(title) => setForm({ ...form, title })}
          maxLength={120}
          isOptional
        />
        <LanguageChoice value={form.locale} onChange={(locale) => setForm({ ...form, locale })} />
        <TextField
          label={t('people.timeZone')}
          name="timeZone"
          hint={t('people.timeZoneHint', { here })}
          value={timeZone}
          onChange={setTimeZone}
          maxLength={60}
          isRequired
        />
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('people.save')}
        </Button>
      </Form>
    </Card>
  )
}
