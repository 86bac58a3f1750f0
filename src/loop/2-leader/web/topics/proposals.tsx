import { Plus } from 'lucide-react'
import { useRead } from '#platform/web/use'
import { Button, Card, Row } from '#ui'
import { proposeTopics } from '../../topic.contract.ts'
import { useText } from '../text.ts'

/** What titles speak of that is no topic yet, to be made one. Nothing while there is nothing. */
export function Proposals({ onChoose }: { onChoose: (name: string) => void }) {
  const t = useText()
  const read = useRead(proposeTopics, {}, { topics: ['topics'] })
  const items = read.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t('leader.topics.proposed')} tone="tint">
      <Row gap={8}>
        {items.map(({ name, titles }) => (
          <Button key={name} size="sm" look="line" icon={Plus} onPress={() => onChoose(name)}>
            {t('leader.topics.proposal', { name, titles })}
          </Button>
        ))}
      </Row>
    </Card>
  )
}
