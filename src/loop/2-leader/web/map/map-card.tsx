import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, Link } from '#ui'
import { getKnowledgeMap } from '../../map.contract.ts'
import { useText } from '../text.ts'
import { KnowledgeMap } from './knowledge-map.tsx'
import './map.css'

const few = 5

/** What people of a group want to know most, beside who could teach it; leads to all of it. */
export function MapCard({ groupId }: { groupId: string }) {
  const t = useText()
  const read = useRead(getKnowledgeMap, { query: { groupId } }, { topics: ['topics', 'radar', 'needs'] })
  if (!read.data || read.data.items.length === 0) return null
  const { items, isOn } = read.data
  return (
    <Card title={t('leader.map')}>
      <KnowledgeMap rows={items.slice(0, few)} isOn={isOn} />
      <Link href={linkTo(paths.knowledgeMap, {}, { query: { group: groupId } })}>
        {t('leader.map.all', { topics: items.length })}
      </Link>
    </Card>
  )
}
