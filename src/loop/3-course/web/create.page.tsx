import { ClipboardCheck, LayoutTemplate, ListChecks, Plus, ShieldCheck, Sprout } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import {
  Card,
  Chip,
  Cover,
  EmptyState,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  Page,
  ShowMore,
  Time,
} from '#ui'
import { listMyCourses } from '../contract.ts'
import { useText } from './text.ts'

/** The courses I write, last worked on first. */
export function Component() {
  const t = useText()
  const list = useList(listMyCourses, {}, { topics: ['my-courses'] })
  const isManager = holdsRole(useSession(), 'manager')
  const start = (
    <LinkButton href={paths.newCourse} look="primary" icon={Plus}>
      {t('course.new')}
    </LinkButton>
  )
  const actions = (
    <>
      <LinkButton href={paths.health} look="line" icon={ShieldCheck}>
        {t('course.healthLink')}
      </LinkButton>
      {isManager && (
        <LinkButton href={paths.reviewQueue} look="line" icon={ListChecks}>
          {t('course.queueLink')}
        </LinkButton>
      )}
      <LinkButton href={paths.reviews} look="line" icon={ClipboardCheck}>
        {t('course.reviewsLink')}
      </LinkButton>
      <LinkButton href={paths.contributions} look="line" icon={Sprout}>
        {t('course.contributionsLink')}
      </LinkButton>
      <LinkButton href={paths.templates} look="line" icon={LayoutTemplate}>
        {t('template.list')}
      </LinkButton>
      {start}
    </>
  )
  return (
    <Page title={t('course.create')} lead={t('course.createLead')} width="middle" actions={actions}>
      <ListStatus list={list} />
      {!list.isPending && list.items.length === 0 && (
        <EmptyState title={t('course.mineNone')} action={start}>
          {t('course.mineNoneText')}
        </EmptyState>
      )}
      {list.items.length > 0 && (
        <Card isFlush>
          <List>
            {list.items.map(({ id, title, state, draftedAt, group }) => (
              <ListRow
                key={id}
                isAfterBelow
                before={<Cover id={id} className="app-cover-small" />}
                title={title}
                text={
                  <>
                    {group.name}, {t.rich('course.edited', { time: <Time at={draftedAt} isSaid /> })}
                  </>
                }
                after={
                  <Chip tone={state === 'published' ? 'success' : 'neutral'}>
                    {t(`course.state.${state}`)}
                  </Chip>
                }
                href={linkTo(paths.editor, { courseId: id })}
              />
            ))}
          </List>
        </Card>
      )}
      <ShowMore list={list} />
    </Page>
  )
}
