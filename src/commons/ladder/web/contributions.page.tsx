import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import {
  Avatar,
  Card,
  Chip,
  EmptyState,
  ErrorState,
  Link,
  LinkButton,
  Muted,
  Page,
  Row,
  SegmentedControl,
  ShowMore,
  SkeletonRows,
  Stack,
  Time,
  type Tone,
} from '#ui'
import { type Contribution, listContributions } from '../contribution.contract.ts'
import { Change } from './change.tsx'
import { Decide, Reopen, TakeBack } from './decide.tsx'
import { Given } from './given.tsx'
import { useText } from './text.ts'
import './ladder.css'

type Whose = 'given-to-me' | 'mine'

/** What others gave to my courses and waits for me; and what I gave to theirs. */
export function Component() {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const whose: Whose = search.get('show') === 'mine' ? 'mine' : 'given-to-me'
  return (
    <Page
      title={t('ladder.list')}
      lead={t(whose === 'mine' ? 'ladder.mineLead' : 'ladder.givenLead')}
      width="narrow"
      breadcrumbs={[{ label: t('ladder.create'), href: paths.create }]}
    >
      <Stack gap={24}>
        <SegmentedControl
          label={t('ladder.show')}
          items={[
            { id: 'given-to-me', label: t('ladder.given') },
            { id: 'mine', label: t('ladder.mine') },
          ]}
          value={whose}
          onChange={(next) => setSearch(next === 'mine' ? { show: 'mine' } : {}, { replace: true })}
        />
        <Listed key={`${whose} open`} whose={whose} state="open" />
        <Listed key={`${whose} decided`} whose={whose} state="decided" />
      </Stack>
    </Page>
  )
}

function Listed({ whose, state }: { whose: Whose; state: 'open' | 'decided' }) {
  const t = useText()
  const list = useList(listContributions, { query: { whose, state } }, { topics: ['contributions'] })
  const isNone = list.isSuccess && list.items.length === 0
  if (list.isPending) return state === 'open' ? <SkeletonRows /> : null
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (isNone && state === 'decided') return null
  if (isNone)
    return (
      <EmptyState
        title={t(`ladder.none.${whose}`)}
        action={whose === 'mine' && <LinkButton href={paths.learn}>{t('ladder.toLearn')}</LinkButton>}
        isSmall
      >
        {t(`ladder.noneText.${whose}`)}
      </EmptyState>
    )
  return (
    <section aria-label={t(`ladder.state.${state}`)}>
      <Stack gap={16}>
        <h2>{t(`ladder.state.${state}`)}</h2>
        {list.items.map((contribution) => (
          <One key={contribution.id} contribution={contribution} whose={whose} />
        ))}
        <ShowMore list={list} />
      </Stack>
    </section>
  )
}

const tones: Record<Contribution['state'], Tone> = {
  open: 'neutral',
  taken: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
}

function One({ contribution, whose }: { contribution: Contribution; whose: Whose }) {
  const t = useText()
  const { contributor, course, kind, madeAt, state, words, decidedBy, version, can, stepTitle } = contribution
  const standing = version === null ? state : 'published'
  return (
    <Card as="article">
      <div className="ladder-given">
        <Row justify="between" align="start">
          <Row isTight>
            <Avatar id={contributor.id} name={contributor.name} size="sm" />
            <span className="ladder-who">
              <strong>{t(`ladder.gave.${kind}`, { name: contributor.name })}</strong>
              <Muted>
                <Time at={madeAt} />
              </Muted>
            </span>
          </Row>
          {state !== 'open' && (
            <Chip tone={version === null ? tones[state] : 'success'}>{t(`ladder.standing.${standing}`)}</Chip>
          )}
        </Row>
        <p>
          <Link href={linkTo(whose === 'mine' ? paths.course : paths.editor, { courseId: course.id })}>
            {course.title}
          </Link>
          {stepTitle ? `, ${stepTitle}` : `, ${t('ladder.stepGone')}`}
        </p>
        <Given contribution={contribution} />
        {state === 'declined' && decidedBy && <p>{t('ladder.saidWhy', { name: decidedBy.name, words })}</p>}
        {can.decide && <Decide contribution={contribution} />}
        {can.change && (
          <Row gap={8}>
            <Change contribution={contribution} />
            <TakeBack contribution={contribution} />
          </Row>
        )}
        {can.reopen && <Reopen contribution={contribution} />}
      </div>
    </Card>
  )
}
