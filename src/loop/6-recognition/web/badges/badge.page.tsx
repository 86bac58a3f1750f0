import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  ArchiveButton,
  Card,
  Chip,
  ErrorState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  Stack,
  sayRefusal,
  toast,
} from '#ui'
import { archiveBadge, type Badge, changeBadge, getBadge, restoreBadge } from '../../badge.contract.ts'
import { AboutBadge } from './about.tsx'
import { type Design, DesignForm } from './design-form.tsx'
import { Holders } from './holders.tsx'
import { useText } from './text.ts'

/** One badge: for those who design badges, to change and to see who holds it; for others, to read. */
export function Component() {
  const t = useText()
  const { badgeId = '' } = useParams()
  const read = useRead(getBadge, { params: { badgeId } }, { topics: ['badges'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.badges}>{t('badge.toBadges')}</LinkButton>}>
        {t('badge.notFound')}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <OneBadge badge={read.data} />
}

function OneBadge({ badge }: { badge: Badge }) {
  const t = useText()
  const { id, name, description, version, archivedAt, holders, can } = badge
  return (
    <Page
      title={name}
      lead={can.change ? t('badge.holders', { count: holders }) : description}
      width={can.change ? 'wide' : 'middle'}
      breadcrumbs={[{ label: t('badge.title'), href: paths.badges }]}
      actions={can.change && <Archiving badge={badge} />}
    >
      <Stack gap={24}>
        {archivedAt && (
          <div>
            <Chip>{t('badge.archived')}</Chip>
          </div>
        )}
        {can.change ? (
          <>
            <Editor key={`${id} ${version}`} badge={badge} />
            <Holders badgeId={id} />
          </>
        ) : (
          <Card>
            <AboutBadge badge={badge} level={null} />
          </Card>
        )}
      </Stack>
    </Page>
  )
}

const designOf = ({ name, description, criteria, levels, drawing, awarders, isPublic }: Badge): Design => ({
  ...{ name, description, criteria, levels, drawing, awarders, isPublic },
})

/** Changes the badge; can be put back as it was from the message that says so. */
function Editor({ badge }: { badge: Badge }) {
  const t = useText()
  const params = { badgeId: badge.id }
  const change = useWrite(changeBadge, ['badges'])
  const putBack = (version: number) =>
    change.mutate(
      { params, body: { version, ...designOf(badge) } },
      { onSuccess: () => toast(t('badge.putBack')), onError: sayRefusal },
    )
  const send = (design: Design) =>
    change.mutate(
      { params, body: { version: badge.version, ...design } },
      {
        onSuccess: ({ version }) =>
          toast({ text: t('badge.saved'), tone: 'success', undo: () => putBack(version) }),
      },
    )
  return (
    <DesignForm
      first={designOf(badge)}
      action={t('badge.save')}
      isPending={change.isPending}
      error={change.error}
      onSend={send}
    />
  )
}

function Archiving({ badge: { id, name, archivedAt } }: { badge: Badge }) {
  const t = useText()
  const params = { badgeId: id }
  const archive = useWrite(archiveBadge, ['badges'])
  const restore = useWrite(restoreBadge, ['badges'])
  return (
    <ArchiveButton
      isArchived={archivedAt !== null}
      isPending={archive.isPending || restore.isPending}
      archive={(after) => archive.mutate({ params }, after)}
      restore={(after) => restore.mutate({ params }, after)}
      words={{
        archive: t('badge.archive'),
        restore: t('badge.restore'),
        archived: t('badge.archivedNow', { name }),
        restored: t('badge.restored', { name }),
      }}
    />
  )
}
