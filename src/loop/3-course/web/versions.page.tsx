import { Ellipsis, GitCompare, History, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import {
  Card,
  Chip,
  EmptyState,
  IconButton,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  Menu,
  Page,
  ShowMore,
  Time,
  toast,
} from '#ui'
import { listVersions, restoreVersion } from '../versions.contract.ts'
import { type Chosen, CompareVersions } from './compare-versions.tsx'
import { useText } from './text.ts'

/** Every version that was kept, what became of one in another, and the way back to one. */
export function Component() {
  const t = useText()
  const { courseId = '' } = useParams()
  const params = { courseId }
  const list = useList(listVersions, { params }, { topics: [`draft:${courseId}`, 'reviews'] })
  const [pair, setPair] = useState<{ before: Chosen; after: Chosen } | null>(null)
  const numbers = list.items.map(({ number }) => number)
  const [newest = 1] = numbers
  return (
    <Page
      title={t('course.versions')}
      lead={t('course.versionsLead')}
      width="middle"
      breadcrumbs={[
        { label: t('course.create'), href: paths.create },
        { label: t('course.versionsEditor'), href: linkTo(paths.editor, params) },
      ]}
    >
      <ListStatus list={list} />
      {!list.isPending && numbers.length === 0 && (
        <EmptyState
          title={t('course.versionsNone')}
          action={<LinkButton href={linkTo(paths.editor, params)}>{t('course.versionsEditor')}</LinkButton>}
        >
          {t('course.versionsNoneText')}
        </EmptyState>
      )}
      {numbers.length > 0 && (
        <Card isFlush>
          <List>
            {list.items.map((version) => (
              <VersionRow
                key={version.number}
                courseId={courseId}
                version={version}
                onCompare={(before) => setPair({ before, after: version.number })}
              />
            ))}
          </List>
        </Card>
      )}
      <ShowMore list={list} />
      {numbers.length > 0 && (
        <Card title={t('course.compare')}>
          <CompareVersions
            courseId={courseId}
            numbers={numbers}
            before={pair?.before ?? newest}
            after={pair?.after ?? 'draft'}
            onChoose={(before, after) => setPair({ before, after })}
          />
        </Card>
      )}
    </Page>
  )
}

interface VersionRowProps {
  courseId: string
  version: ReturnType<typeof useList<typeof listVersions>>['items'][number]
  onCompare: (before: number) => void
}

function VersionRow({ courseId, version, onCompare }: VersionRowProps) {
  const t = useText()
  const navigate = useNavigate()
  const params = { courseId }
  const { number, madeBy, madeAt, reason, published } = version
  const restore = useWrite(restoreVersion, [`draft:${courseId}`])
  const bringBack = () => {
    const onSuccess = () => {
      toast({ text: t('course.version.restored', { number }), tone: 'success' })
      void navigate(linkTo(paths.editor, params))
    }
    restore.mutate({ params, body: { number } }, { onSuccess })
  }
  return (
    <ListRow
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
          <Menu
            trigger={
              <IconButton
                icon={Ellipsis}
                look="ghost"
                label={t('course.version.menu', { number })}
                isPending={restore.isPending}
              />
            }
            items={[
              {
                id: 'compare',
                label: t('course.compare.withPrevious'),
                icon: GitCompare,
                isDisabled: number === 1,
                onAction: () => onCompare(number - 1),
              },
              { id: 'restore', label: t('course.version.restore'), icon: RotateCcw, onAction: bringBack },
            ]}
          />
        </>
      }
    />
  )
}
