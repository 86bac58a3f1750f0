import { ListChecks, ScrollText } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { listGroups } from '#people/contract.ts'
import { useManaged } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { ErrorState, LinkButton, NotFoundState, Page, SkeletonCards, Stack } from '#ui'
import { getPolicies } from '../../policy.contract.ts'
import { GroupChoice, useGroupId } from '../group-choice.tsx'
import { useText } from '../text.ts'
import { AddKind } from './add-kind.tsx'
import { GivesWay } from './gives-way.tsx'
import { PolicyCard } from './policy-card.tsx'
import './policy.css'

/** What the review of a group's courses asks for: to read for everybody, to change for whoever manages the group. */
export function Component() {
  const t = useText()
  const groups = useRead(listGroups, {}, { topics: ['groups'] })
  const asked = useGroupId(groups.data?.items)
  return (
    <Page
      title={t('validation.policy')}
      lead={t('validation.policy.lead')}
      width="middle"
      breadcrumbs={[{ label: t('validation.charter.create'), href: paths.create }]}
      actions={asked && <Ways groupId={asked} />}
    >
      <GroupChoice groups={groups.data?.items} groupId={asked} />
      {groups.error ? (
        <ErrorState onRetry={() => void groups.refetch()}>{groups.error.message}</ErrorState>
      ) : asked ? (
        <Policies groupId={asked} />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}

/** The pages beside this one, of the same group. */
function Ways({ groupId }: { groupId: string }) {
  const t = useText()
  const query = { group: groupId }
  const isManaged = useManaged().groups.some(({ id }) => id === groupId)
  return (
    <>
      <LinkButton href={linkTo(paths.charter, {}, { query })} look="line" icon={ScrollText}>
        {t('validation.charter')}
      </LinkButton>
      {isManaged && (
        <LinkButton href={linkTo(paths.reviewQueue, {}, { query })} look="line" icon={ListChecks}>
          {t('validation.queue')}
        </LinkButton>
      )}
    </>
  )
}

function Policies({ groupId }: { groupId: string }) {
  const t = useText()
  const read = useRead(getPolicies, { params: { groupId } }, { topics: ['policies'], keepPrevious: true })
  if (read.error?.problem.status === 404) return <NotFoundState />
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonCards />
  const { items, kinds, group, can } = read.data
  return (
    <Stack gap={24}>
      {items.map((policy) => (
        <PolicyCard
          key={`${group.id} ${policy.kind}`}
          groupId={group.id}
          policy={policy}
          isOpen={can.change}
        />
      ))}
      {can.change ? (
        <AddKind key={group.id} groupId={group.id} items={items} kinds={kinds} />
      ) : (
        <p className="ui-muted">{t('validation.charter.readOnly')}</p>
      )}
      <GivesWay />
    </Stack>
  )
}
