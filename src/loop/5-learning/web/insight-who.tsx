import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import type { CallInput } from '#platform/http/call'
import { Link, Page } from '#ui'
import type { Insight, listLearners } from '../contract.ts'
import { Learners } from './insight-learners.tsx'
import { useText } from './text.ts'

/** Whom a number of the author's page counts: of the course, or of one of its steps. */
export type Who = { who: 'started' | 'completed' } | { who: 'reached' | 'stopped'; step: string }

export const whoLink = (courseId: string, who: Who): string =>
  linkTo(paths.courseLearners, { courseId }, { query: { ...who } })

/** A number that leads to the people it counts. */
export function WhoLink({ courseId, who, children }: { courseId: string; who: Who; children: ReactNode }) {
  return <Link href={whoLink(courseId, who)}>{children}</Link>
}

/** Whom the address asks for; null for the page of all numbers, and for a step that the course does not have. */
export function useWho({ steps }: Pick<Insight, 'steps'>): Who | null {
  const [search] = useSearchParams()
  const [who, step] = [search.get('who'), search.get('step') ?? '']
  if (who === 'started' || who === 'completed') return { who }
  const isStep = steps.some(({ id }) => id === step)
  return isStep && (who === 'reached' || who === 'stopped') ? { who, step } : null
}

const queryOf = (who: Who): CallInput<typeof listLearners>['query'] => {
  switch (who.who) {
    case 'started':
      return {}
    case 'completed':
      return { state: 'completed' }
    case 'reached':
      return { reached: who.step }
    case 'stopped':
      return { stoppedAt: who.step }
  }
}

interface WhoPageProps {
  course: { id: string; title: string }
  insight: Insight
  who: Who
}

/** The people whom one number counts. */
export function WhoPage({ course, insight, who }: WhoPageProps) {
  const t = useText()
  const step = 'step' in who ? insight.steps.find(({ id }) => id === who.step) : undefined
  const count = 'step' in who ? (step?.[who.who] ?? 0) : insight[who.who]
  const all = linkTo(paths.courseLearners, { courseId: course.id })
  return (
    <Page
      title={t(`learning.insight.who.${who.who}`, { title: step?.title ?? '' })}
      lead={
        <>
          {count > 0 && t('learning.insight.count', { count })} {t('learning.insight.private')}
        </>
      }
      breadcrumbs={[
        { label: course.title, href: linkTo(paths.course, { courseId: course.id }) },
        { label: t('learning.insight'), href: all },
      ]}
    >
      <Learners courseId={course.id} steps={insight.steps.length} who={queryOf(who)} />
    </Page>
  )
}
