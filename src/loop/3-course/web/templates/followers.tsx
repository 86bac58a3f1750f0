import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { Chip, Cover, ErrorState, List, ListRow, Muted, ShowMore, SkeletonRows } from '#ui'
import type { Original } from '../../document/originals.ts'
import { listOriginalCourses, listTemplateCourses } from '../../follower.contract.ts'
import type { OwnTemplate } from '../../own-template.contract.ts'
import { useText } from '../text.ts'

const topics = ['templates', 'courses', 'my-courses']

/** The courses that follow a template, each with the version it follows. */
export function Followers({ template: { id: templateId, version } }: { template: OwnTemplate }) {
  return (
    <Courses list={useList(listTemplateCourses, { params: { templateId } }, { topics })} newest={version} />
  )
}

/** The same of a template that comes with Cairn. */
export function OriginalFollowers({ original, newest }: { original: Original; newest: number }) {
  return <Courses list={useList(listOriginalCourses, { params: { original } }, { topics })} newest={newest} />
}

interface CoursesProps {
  list: ReturnType<typeof useList<typeof listTemplateCourses>>
  newest: number
}

function Courses({ list, newest }: CoursesProps) {
  const t = useText()
  const { member } = useSession()
  if (list.isPending) return <SkeletonRows />
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (list.items.length === 0) return <Muted>{t('template.coursesNone')}</Muted>
  return (
    <>
      <List label={t('template.courses')}>
        {list.items.map(({ course: { id, title, author, group, state }, version }) => (
          <ListRow
            key={id}
            isAfterBelow
            before={<Cover id={id} className="app-cover-small" />}
            title={title}
            text={`${author.name}, ${group.name}`}
            after={
              <>
                {state !== 'published' && <Chip tone="neutral">{t(`course.state.${state}`)}</Chip>}
                <Chip tone={version === newest ? 'success' : 'warm'}>
                  {version === newest
                    ? t('template.followsNewest')
                    : t('template.followsVersion', { version })}
                </Chip>
              </>
            }
            href={linkTo(author.id === member.id ? paths.editor : paths.course, { courseId: id })}
          />
        ))}
      </List>
      <ShowMore list={list} />
    </>
  )
}
