import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { Card, EmptyState, LinkButton, ListStatus, Page, Stack, useDate } from '#ui'
import { type EarningRule, listEarningRules } from '../../given.contract.ts'
import { Sentence } from './sentence.tsx'
import { useText } from './text.ts'
import './rules.css'

/** The rules that are on, in plain words, for everybody. */
export function Component() {
  const t = useText()
  const { roles, organization } = useSession()
  const isAdmin = roles.some(({ groupId, role }) => groupId === organization.id && role === 'admin')
  const read = useRead(listEarningRules, {}, { topics: ['rules', 'badges'] })
  return (
    <Page
      title={t('rule.earning')}
      lead={t('rule.earningLead')}
      width="narrow"
      breadcrumbs={[{ label: t('rule.toPoints'), href: paths.points }]}
      actions={isAdmin && <LinkButton href={paths.rules}>{t('rule.earningEdit')}</LinkButton>}
    >
      <ListStatus list={read} />
      {read.data?.items.length === 0 && (
        <EmptyState title={t('rule.earningNone')}>{t('rule.earningNoneText')}</EmptyState>
      )}
      <Stack gap={16}>
        {read.data?.items.map((rule) => (
          <Earning key={rule.id} rule={rule} />
        ))}
      </Stack>
    </Page>
  )
}

function Earning({ rule }: { rule: EarningRule }) {
  const t = useText()
  const date = useDate()
  return (
    <Card as="article" title={rule.name}>
      <Sentence rule={rule} />
      <small className="ui-muted">
        {t('rule.earningSince', { date: date(rule.since), name: rule.madeBy.name })}
      </small>
    </Card>
  )
}
