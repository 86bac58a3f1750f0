import { Users } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useManaged } from '#people/web/index.tsx'
import { ErrorState, ForbiddenState, LinkButton, Page, SkeletonCards, Stack } from '#ui'
import { GroupChoice, useGroupId } from '../group-choice.tsx'
import { useText } from '../text.ts'
import { Agreement } from './agreement.tsx'
import { Figures } from './figures.tsx'
import { Waiting } from './waiting.tsx'
import './queue.css'

/** What waits for a review in a group and below, and how review goes there: for whoever manages it. */
export function Component() {
  const t = useText()
  const { groups, isPending, error, refetch } = useManaged()
  const groupId = useGroupId(groups)
  return (
    <Page
      title={t('validation.queue')}
      lead={t('validation.queue.lead')}
      breadcrumbs={[{ label: t('validation.charter.create'), href: paths.create }]}
      actions={
        groupId && (
          <LinkButton
            href={linkTo(paths.policies, {}, { query: { group: groupId } })}
            look="line"
            icon={Users}
          >
            {t('validation.policy')}
          </LinkButton>
        )
      }
    >
      {groups.length > 0 && <GroupChoice groups={groups} groupId={groupId} />}
      {error ? (
        <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>
      ) : isPending ? (
        <SkeletonCards />
      ) : groupId && groups.some(({ id }) => id === groupId) ? (
        <Stack gap={24}>
          <Figures groupId={groupId} />
          <Agreement key={`agreement ${groupId}`} groupId={groupId} />
          <Waiting key={groupId} groupId={groupId} />
        </Stack>
      ) : (
        <ForbiddenState>{t('validation.queue.forbidden')}</ForbiddenState>
      )}
    </Page>
  )
}
