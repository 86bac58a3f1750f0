import { Users } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { listGroups } from '#people/contract.ts'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, LinkButton, NotFoundState, Page, SkeletonRows, Stack, Table } from '#ui'
import { type CharterRule, getCharter } from '../../charter.contract.ts'
import { CriteriaCard } from '../criteria/criteria.tsx'
import { From } from '../from.tsx'
import { GroupChoice, useGroupId } from '../group-choice.tsx'
import { useText } from '../text.ts'
import { RuleForm } from './rule-form.tsx'
import './charter.css'

/** What every course of a group is asked for: to read for everybody, to change for whoever manages the group. */
export function Component() {
  const t = useText()
  const groups = useRead(listGroups, {}, { topics: ['groups'] })
  const asked = useGroupId(groups.data?.items)
  return (
    <Page
      title={t('validation.charter')}
      lead={t('validation.charter.lead')}
      breadcrumbs={[{ label: t('validation.charter.create'), href: paths.create }]}
      actions={
        asked && (
          <LinkButton href={linkTo(paths.policies, {}, { query: { group: asked } })} look="line" icon={Users}>
            {t('validation.policy')}
          </LinkButton>
        )
      }
    >
      <GroupChoice groups={groups.data?.items} groupId={asked} />
      {groups.error ? (
        <ErrorState onRetry={() => void groups.refetch()}>{groups.error.message}</ErrorState>
      ) : (
        <Stack gap={24}>
          <Card>{asked ? <Rules groupId={asked} /> : <SkeletonRows rows={8} hasFace={false} />}</Card>
          {asked && <CriteriaCard groupId={asked} />}
        </Stack>
      )}
    </Page>
  )
}

function Rules({ groupId }: { groupId: string }) {
  const t = useText()
  const read = useRead(getCharter, { params: { groupId } }, { topics: ['charter'], keepPrevious: true })
  if (read.error?.problem.status === 404) return <NotFoundState />
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={8} hasFace={false} />
  const { rules, group, can } = read.data
  return (
    <>
      <Table
        caption={t('validation.charter.table')}
        isCaptionHidden
        rows={rules}
        rowId={({ rule }) => rule}
        columns={[
          { id: 'rule', title: t('validation.charter.rule'), cell: ({ rule }) => <What rule={rule} /> },
          {
            id: 'level',
            title: t('validation.charter.level'),
            cell: (rule) => <RuleForm key={group.id} groupId={group.id} rule={rule} isOpen={can.change} />,
          },
          {
            id: 'from',
            title: t('validation.charter.where'),
            cell: ({ from }) => <From from={from} groupId={group.id} />,
          },
        ]}
      />
      {!can.change && <p className="ui-muted">{t('validation.charter.readOnly')}</p>}
    </>
  )
}

function What({ rule }: Pick<CharterRule, 'rule'>) {
  const t = useText()
  return (
    <>
      {t(`validation.rule.${rule}`)}
      <p className="charter-why">{t(`validation.rule.${rule}.why`)}</p>
    </>
  )
}
