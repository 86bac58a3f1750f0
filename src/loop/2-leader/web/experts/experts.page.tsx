import { useDeferredValue, useState } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useList, useRead } from '#platform/web/use'
import {
  Avatar,
  Card,
  Columns,
  EmptyState,
  ErrorState,
  Link,
  List,
  ListRow,
  Page,
  Row,
  SearchField,
  Select,
  ShowMore,
  SkeletonRows,
  Stack,
} from '#ui'
import { listExperts } from '../../expert.contract.ts'
import { languages } from '../../experts/languages.ts'
import { listTopics } from '../../topic.contract.ts'
import { useText } from '../text.ts'
import { PeopleLikeMe } from './like-me.tsx'
import { Profile } from './profile.tsx'
import { ProfileWords } from './profile-words.tsx'
import { useLanguageNames } from './words.ts'
import '../leader.css'
import './experts.css'

/** The directory of those who can help: on what, in which languages, and whether they have time. */
export function Component() {
  const t = useText()
  const me = useSession().member.id
  const [filter, setFilter] = useState({ q: '', topicId: '', language: '' })
  const asked = useDeferredValue(filter)
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== ''))
  const list = useList(listExperts, { query }, { topics: ['experts'] })
  return (
    <Page
      title={t('leader.experts')}
      lead={t('leader.experts.lead')}
      breadcrumbs={[{ label: t('leader.experts.ask'), href: paths.ask }]}
    >
      <Filters {...filter} onChange={(part) => setFilter({ ...filter, ...part })} />
      <Columns
        aside={
          <>
            <Profile memberId={me} />
            <PeopleLikeMe />
          </>
        }
        asideLabel={t('leader.profile')}
      >
        <Card>
          {list.error ? (
            <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
          ) : list.isPending ? (
            <SkeletonRows rows={5} />
          ) : list.items.length === 0 ? (
            <EmptyState title={t('leader.experts.none')}>{t('leader.experts.noneText')}</EmptyState>
          ) : (
            <List label={t('leader.experts')}>
              {list.items.map((profile) => (
                <ListRow
                  key={profile.member.id}
                  className="leader-expert"
                  before={<Avatar id={profile.member.id} name={profile.member.name} />}
                  title={
                    <Link href={linkTo(paths.member, { memberId: profile.member.id })}>
                      {profile.member.name}
                    </Link>
                  }
                  text={
                    <Stack gap={8}>
                      <span>{profile.member.title}</span>
                      <ProfileWords profile={profile} />
                      {profile.traces > 0 && (
                        <span>{t('leader.experts.traces', { traces: profile.traces })}</span>
                      )}
                    </Stack>
                  }
                />
              ))}
            </List>
          )}
          <ShowMore list={list} />
        </Card>
      </Columns>
    </Page>
  )
}

interface FiltersProps {
  q: string
  topicId: string
  language: string
  onChange: (part: { q?: string; topicId?: string; language?: string }) => void
}

function Filters({ q, topicId, language, onChange }: FiltersProps) {
  const t = useText()
  const name = useLanguageNames()
  const topics = useRead(listTopics, {}, { topics: ['topics'] }).data?.items ?? []
  return (
    <Row>
      <div className="expert-search">
        <SearchField
          label={t('leader.experts.search')}
          value={q}
          onChange={(next) => onChange({ q: next })}
        />
      </div>
      <Select
        label={t('leader.radar.topic')}
        isLabelHidden
        items={[
          { id: '', label: t('leader.radar.allTopics') },
          ...topics.map(({ id, name: label }) => ({ id, label })),
        ]}
        value={topicId}
        onChange={(next) => onChange({ topicId: next })}
      />
      <Select
        label={t('leader.profile.languages')}
        isLabelHidden
        items={[
          { id: '', label: t('leader.experts.anyLanguage') },
          ...languages.map((id) => ({ id: id as string, label: name(id) })),
        ]}
        value={language}
        onChange={(next) => onChange({ language: next })}
      />
    </Row>
  )
}
