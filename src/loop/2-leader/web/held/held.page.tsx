import { Download } from 'lucide-react'
import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { saveText } from '#platform/web/save'
import { useList } from '#platform/web/use'
import {
  Button,
  Card,
  EmptyState,
  Link,
  List,
  ListRow,
  ListStatus,
  Page,
  ShowMore,
  Stack,
  sayRefusal,
  Time,
} from '#ui'
import { type HeldSignal, listMySignals } from '../../held.contract.ts'
import { Profile } from '../experts/profile.tsx'
import { MyNominations } from '../nomination/mine.tsx'
import { Reasons } from '../radar/why.tsx'
import { useText } from '../text.ts'
import { Absence } from './absence.tsx'
import { Endorsements } from './endorsements.tsx'
import { readHeld } from './file.ts'
import { Invitations } from './invitations.tsx'
import { MyContests } from './my-contests.tsx'
import { MyHandovers } from './my-handovers.tsx'
import { Needs } from './needs.tsx'
import { Traces } from './traces.tsx'
import { WorkingTime } from './working-time.tsx'

/** Everything that is held on oneself: the score and its parts, every trace and act, what was asked and said, and what one says is wrong in it. */
export function Component() {
  const t = useText()
  const { member } = useSession()
  return (
    <Page
      title={t('leader.held')}
      lead={t('leader.held.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('leader.held.me'), href: paths.me }]}
      actions={<Save memberId={member.id} />}
    >
      <Stack gap={24}>
        <Card title={t('leader.held.score')}>
          <Reasons memberId={member.id} />
        </Card>
        <Absence />
        <WorkingTime memberId={member.id} />
        <MyContests />
        <MyNominations />
        <Traces />
        <Signals />
        <Needs />
        <Profile memberId={member.id} />
        <Endorsements />
        <MyHandovers />
        <Invitations />
        <p>
          <Link href={paths.purposes}>{t('leader.part.why')}</Link>
        </p>
      </Stack>
    </Page>
  )
}

function Signals() {
  const t = useText()
  const list = useList(listMySignals, { query: { limit: 10 } }, { topics: ['radar'] })
  return (
    <Card title={t('leader.held.signals')}>
      <ListStatus list={list} rows={4} hasFace={false} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('leader.held.nothing')} isSmall>
          {t('leader.held.nothingText')}
        </EmptyState>
      )}
      <List>
        {keyed(list.items).map(({ key, signal }) => (
          <Held key={key} signal={signal} />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

/** Each act with a key of its own: several namings of one day are told alike. */
function keyed(items: readonly HeldSignal[]) {
  const seen = new Map<string, number>()
  return items.map((signal) => {
    const { source, kind, at, other } = signal
    const words = `${source} ${kind} ${at} ${other?.id}`
    const alike = seen.get(words) ?? 0
    seen.set(words, alike + 1)
    return { key: `${words} ${alike}`, signal }
  })
}

/** Sources that are no other tool. */
const own = ['cairn', 'survey']

/** One act: what it was, on what, and who the other one was. */
function Held({ signal }: { signal: HeldSignal }) {
  const t = useText()
  const { kind, mine, other, about, topic, source, at } = signal
  const href =
    about?.subject === 'need'
      ? linkTo(paths.need, { needId: about.subjectId })
      : about && linkTo(paths.course, { courseId: about.subjectId })
  const name = other?.name ?? t('leader.held.unknown')
  return (
    <ListRow
      title={
        kind === 'named'
          ? t('leader.held.named')
          : t(mine ? 'leader.held.byMe' : 'leader.held.forMe', {
              what: t(`leader.help.${kind}`, { acts: 1 }),
              name,
            })
      }
      text={
        <>
          {about && href ? <Link href={href}>{about.words}</Link> : topic}
          {(about || topic) && ', '}
          {!own.includes(source) && t('leader.held.from', { source })} <Time at={at} />
        </>
      }
    />
  )
}

/** All of it as a file, for oneself or for somebody one asks. */
function Save({ memberId }: { memberId: string }) {
  const t = useText()
  const [isPending, setPending] = useState(false)
  const save = async () => {
    setPending(true)
    try {
      const held = await readHeld(memberId)
      saveText('cairn.json', JSON.stringify(held, null, 2), 'application/json')
    } finally {
      setPending(false)
    }
  }
  return (
    <Button icon={Download} isPending={isPending} onPress={() => void save().catch(sayRefusal)}>
      {t('leader.held.save')}
    </Button>
  )
}
