import { useDeferredValue, useState } from 'react'
import { listCourses } from '#course/contract.ts'
import { paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import {
  EmptyState,
  ErrorState,
  Grid,
  LinkButton,
  Page,
  SearchField,
  ShowMore,
  SkeletonCards,
  Stack,
} from '#ui'
import { type LearningCard, listMyLearning } from '../contract.ts'
import { CourseTile } from './course-tile.tsx'
import { useText } from './text.ts'
import './learn.css'

/** What I am learning, everything else there is to learn, and what I have learned. */
export function Component() {
  const t = useText()
  const mine = useRead(listMyLearning, { query: { limit: 100 } }, { topics: ['my-learning'] })
  const cards = mine.data?.items ?? []
  const open = cards.filter(({ progress }) => !progress.completedAt)
  const done = cards.filter(({ progress }) => progress.completedAt)
  return (
    <Page title={t('learning.learn')} lead={t('learning.learnLead')}>
      <Stack gap={32}>
        <Mine title={t('learning.open')} cards={open} />
        {mine.isPending ? <SkeletonCards /> : <Catalog begun={cards} />}
        <Mine title={t('learning.completed')} cards={done} />
      </Stack>
    </Page>
  )
}

function Mine({ title, cards }: { title: string; cards: LearningCard[] }) {
  if (cards.length === 0) return null
  return (
    <section className="learning-section">
      <h2>{title}</h2>
      <Grid>
        {cards.map((card) => (
          <CourseTile key={card.course.id} course={card.course} mine={card} />
        ))}
      </Grid>
    </section>
  )
}

/** Courses are looked for by words as soon as they are more than one sees at a glance. */
const many = 6

/** What one has begun stands in its own sections, except when one looks for it by words. */
function Catalog({ begun }: { begun: LearningCard[] }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const courses = useList(
    listCourses,
    { query: { limit: 60, ...(words && { words }) } },
    { topics: ['courses'] },
  )
  const placeOf = (id: string) => begun.find(({ course }) => course.id === id)
  const shown = courses.items.filter(({ id }) => words !== '' || !placeOf(id))
  const isLong = courses.items.length >= many || typed !== ''
  return (
    <section className="learning-section">
      <div className="learning-section-head">
        <h2>{t('learning.catalog')}</h2>
        {isLong && <SearchField label={t('learning.find')} value={typed} onChange={setTyped} />}
      </div>
      {courses.isPending ? (
        <SkeletonCards />
      ) : courses.error ? (
        <ErrorState onRetry={() => void courses.refetch()}>{courses.error.message}</ErrorState>
      ) : shown.length === 0 ? (
        <Nothing words={words} hasBegun={begun.length > 0} />
      ) : (
        <Grid>
          {shown.map((course) => (
            <CourseTile key={course.id} course={course} mine={placeOf(course.id)} />
          ))}
        </Grid>
      )}
      <ShowMore list={courses} />
    </section>
  )
}

/** No course has these words, or one has begun them all, or there is none yet: each time one may ask for it. */
function Nothing({ words, hasBegun }: { words: string; hasBegun: boolean }) {
  const t = useText()
  const title = words
    ? t('learning.notFoundWords', { words })
    : t(hasBegun ? 'learning.allBegun' : 'learning.none')
  return (
    <EmptyState
      title={title}
      isSmall={hasBegun}
      action={
        <LinkButton look="primary" href={paths.raiseNeed}>
          {t('learning.askNeed')}
        </LinkButton>
      }
    >
      {t('learning.noneText')}
    </EmptyState>
  )
}
