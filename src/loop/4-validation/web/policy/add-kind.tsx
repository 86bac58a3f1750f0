import { useState } from 'react'
import { Button, Card, Row, Select, Stack } from '#ui'
import type { Policies, ValidationPolicy } from '../../policy.contract.ts'
import { useText } from '../text.ts'
import { useKindName } from './kind.ts'
import { PolicyForm } from './policy-form.tsx'

interface AddKindProps {
  groupId: string
  items: readonly ValidationPolicy[]
  /** Of which kinds something may be said. */
  kinds: Policies['kinds']
}

/** Says something of a kind of content of which nothing is said yet, beginning with what holds for all. Nothing where all are. */
export function AddKind({ groupId, items, kinds }: AddKindProps) {
  const t = useText()
  const nameOf = useKindName()
  const [chosen, choose] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const free = kinds.filter(({ kind }) => !items.some((one) => one.kind === kind))
  const one = free.find(({ kind }) => kind === chosen) ?? free[0]
  const [start] = items
  if (!one || !start) return null
  return (
    <Card title={t('validation.policy.add')}>
      <Stack gap={12}>
        <p className="ui-muted">{t('validation.policy.addText')}</p>
        <Row>
          <Select
            label={t('validation.policy.kind')}
            isLabelHidden
            items={free.map((other) => ({ id: other.kind, label: nameOf(other) }))}
            value={one.kind}
            onChange={choose}
          />
          <Button onPress={() => setAdding(true)}>{t('validation.policy.addDo')}</Button>
        </Row>
      </Stack>
      {isAdding && (
        <PolicyForm
          groupId={groupId}
          start={{ ...start, ...one }}
          before={null}
          onClose={() => setAdding(false)}
        />
      )}
    </Card>
  )
}
