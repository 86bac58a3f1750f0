import { PenLine, Plus } from 'lucide-react'
import { useParams, useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import {
  ArchiveButton,
  Callout,
  Card,
  Chip,
  ErrorState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  Stack,
} from '#ui'
import {
  archiveTemplate,
  getOwnTemplate,
  type OwnTemplate,
  restoreTemplate,
} from '../../own-template.contract.ts'
import { useText } from '../text.ts'
import { Content } from './content.tsx'
import { Followers } from './followers.tsx'
import { Versions } from './versions.tsx'
import './templates.css'

/** One of the organization's own templates: what stands in it, its versions, and the courses that follow it. */
export function Component() {
  const t = useText()
  const { templateId = '' } = useParams()
  const topics = ['templates', `template:${templateId}`]
  const read = useRead(getOwnTemplate, { params: { templateId } }, { topics })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return <NotFoundState action={<LinkButton href={paths.templates}>{t('template.list')}</LinkButton>} />
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <TemplatePage template={read.data} />
}

function TemplatePage({ template }: { template: OwnTemplate }) {
  const t = useText()
  const [search] = useSearchParams()
  const { id, name, for: purpose, group, version, archivedAt } = template
  const asked = Number(search.get('version'))
  const shown = Number.isSafeInteger(asked) && asked > 0 ? asked : version
  return (
    <Page
      title={name}
      lead={purpose}
      width="middle"
      breadcrumbs={[
        { label: t('course.create'), href: paths.create },
        { label: t('template.list'), href: paths.templates },
      ]}
      actions={<Actions template={template} />}
    >
      <Stack gap={24}>
        <p className="ui-muted">
          {group.name}{' '}
          <Chip tone={version > 0 ? 'success' : 'neutral'}>
            {version > 0 ? t('course.version', { number: version }) : t('template.unpublished')}
          </Chip>
        </p>
        {archivedAt && <Callout>{t('template.isArchived')}</Callout>}
        {shown > 0 && <Content templateId={id} number={shown} isNewest={shown === version} />}
        <Card title={t('template.courses')}>
          <Followers template={template} />
        </Card>
        {version > 0 && (
          <Card title={t('template.versions')}>
            <Versions template={template} shown={shown} />
          </Card>
        )}
      </Stack>
    </Page>
  )
}

function Actions({ template }: { template: OwnTemplate }) {
  const t = useText()
  const { id: templateId, group, version, archivedAt, can } = template
  return (
    <>
      {can.manage && <Archiving template={template} />}
      {can.manage && (
        <LinkButton href={linkTo(paths.templateEditor, { templateId })} icon={PenLine} look="line">
          {t('template.change')}
        </LinkButton>
      )}
      {version > 0 && !archivedAt && (
        <LinkButton
          href={linkTo(paths.newCourse, {}, { query: { template: templateId, group: group.id } })}
          icon={Plus}
          look="primary"
        >
          {t('template.use')}
        </LinkButton>
      )}
    </>
  )
}

function Archiving({ template: { id: templateId, archivedAt } }: { template: OwnTemplate }) {
  const t = useText()
  const params = { templateId }
  const topics = ['templates', `template:${templateId}`]
  const archive = useWrite(archiveTemplate, topics)
  const restore = useWrite(restoreTemplate, topics)
  return (
    <ArchiveButton
      isArchived={archivedAt !== null}
      isPending={archive.isPending || restore.isPending}
      archive={(after) => archive.mutate({ params }, after)}
      restore={(after) => restore.mutate({ params }, after)}
      words={{
        archive: t('template.archive'),
        restore: t('template.restore'),
        archived: t('template.archivedNow'),
        restored: t('template.restoredNow'),
      }}
    />
  )
}
