import { History } from 'lucide-react'
import { useNavigate, useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import { Button, Chip, EmptyState, ErrorState, List, ListRow, Page, SkeletonRows, Time, toast } from '#ui'
import { listVersions, restoreVersion } from '../contract.ts'
import { useText } from './text.ts'

/** Every version that was kept, and the way back to one. */
export function Component() {
  const t = useText()
  const { courseId = '' } = useParams()
  const navigate = useNavigate()
  const params = { courseId }
  const list = useList(listVersions, { params }, { topics: [`draft:${courseId}`, 'reviews'] })
  const restore = useWrite(restoreVersion, [`draft:${courseId}`])
  const bringBack = (number: number) => {
    const onSuccess = () => {
      toast({ text: t('course.version.restored', { number }), tone: 'success' })
      void navigate(linkTo(paths.editor, params))
    }
    restore.mutate({ params, body: { number } }, { onSuccess })
  }
  return (
    <Page
      title={t('course.versions')}
      lead={t('course.versionsLead')}
      width="middle"
      breadcrumbs={[{ label: t('course.create'), href: paths.create }]}
    >
      {list.isPending && <SkeletonRows />}
      {list.error && <ErrorState onRetry={() => void list.refetch()}>{list.error.problem.detail}</ErrorState>}
      {!list.isPending && list.items.length === 0 && (
        <EmptyState title={t('course.versionsNone')}>{t('course.versionsNoneText')}</EmptyState>
      )}
      <List>
        {list.items.map(({ number, madeBy, madeAt, reason, published }) => (
          <ListRow
            key={number}
            before={<History size={20} aria-hidden="true" />}
            title={t('course.version', { number })}
            text={
              <>
                {madeBy.name}, <Time at={madeAt} />, {t(`course.version.reason.${reason}`)}
              </>
            }
            after={
              <>
                {published && <Chip tone="success">{t('course.version.published')}</Chip>}
                <Button size="sm" isPending={restore.isPending} onPress={() => bringBack(number)}>
                  {t('course.version.restore')}
                </Button>
              </>
            }
          />
        ))}
      </List>
    </Page>
  )
}
