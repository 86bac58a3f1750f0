import { useSearchParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, ForbiddenState, Page, Row, Select, SkeletonRows, Stack } from '#ui'
import { getKnowledgeMap } from '../../map.contract.ts'
import { useText } from '../text.ts'
import { Handovers } from './handovers.tsx'
import { KnowledgeMap } from './knowledge-map.tsx'
import { Unfound } from './unfound.tsx'
import '../leader.css'
import './map.css'

/** What the organization wants to know, topic by topic, and who could teach it. */
export function Component() {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const group = search.get('group')
  const read = useRead(
    getKnowledgeMap,
    { query: group ? { groupId: group } : {} },
    { topics: ['topics', 'radar', 'needs', 'detection', 'handovers'], keepPrevious: true },
  )
  return (
    <Page
      title={t('leader.map')}
      lead={t('leader.map.lead')}
      breadcrumbs={[{ label: t('leader.radar.title'), href: paths.lead }]}
    >
      {read.data && (
        <Row>
          <Select
            label={t('leader.radar.group')}
            isLabelHidden
            items={read.data.groups.map(({ id, name }) => ({ id, label: name }))}
            value={read.data.groupId}
            onChange={(id) => setSearch({ group: id }, { replace: true })}
          />
        </Row>
      )}
      {read.error?.problem.status === 403 ? (
        <ForbiddenState>{read.error.message}</ForbiddenState>
      ) : read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : (
        <Stack gap={24}>
          <Handovers />
          <Card>
            {read.isPending ? (
              <SkeletonRows rows={6} hasFace={false} />
            ) : (
              <KnowledgeMap rows={read.data.items} isOn={read.data.isOn} />
            )}
          </Card>
          <Unfound unfound={read.data?.unfound ?? []} />
        </Stack>
      )}
    </Page>
  )
}
