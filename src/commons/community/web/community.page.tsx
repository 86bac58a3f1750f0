import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useChoice } from '#platform/web/use-choice'
import { ForbiddenState, Page, Tabs } from '#ui'
import { MyCoaching } from './coaching/my-coaching.tsx'
import { Week } from './digest/week.tsx'
import { OfficeHours } from './hours/office-hours.tsx'
import { Posts } from './posts/posts.tsx'
import { useText } from './text.ts'
import './community.css'

const parts = ['posts', 'hours', 'coaching', 'week'] as const

/** The leaders’ community: what they tell one another, office hours, coaching, and what they did last week. */
export function Component() {
  const t = useText()
  const [part, choose] = useChoice('part', parts)
  const isIn = holdsRole(useSession(), 'leader')
  const shown = { posts: Posts, hours: OfficeHours, coaching: MyCoaching, week: Week }
  return (
    <Page
      title={t('community.title')}
      lead={t('community.lead')}
      width="middle"
      breadcrumbs={[{ label: t('community.place'), href: paths.lead }]}
    >
      {isIn ? (
        <Tabs
          label={t('community.parts')}
          selected={part}
          onSelect={(id) => choose(parts.find((one) => one === id) ?? 'posts')}
          items={parts.map((id) => {
            const Part = shown[id]
            return { id, label: t(`community.part.${id}`), content: <Part /> }
          })}
        />
      ) : (
        <ForbiddenState>{t('community.closed')}</ForbiddenState>
      )}
    </Page>
  )
}
