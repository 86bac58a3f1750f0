import { useState } from 'react'
import { Button, Card, Row, Select, Stack } from '#ui'
import { contentKinds } from '../../policy/kinds.ts'
import type { ValidationPolicy } from '../../policy.contract.ts'
import { useText } from '../text.ts'
import { useKindName } from './kind.ts'
import { PolicyForm } from './policy-form.tsx'

interface AddKindProps {
  groupId: string
  items: readonly ValidationPolicy[]
}

/** Says something of a kind of content of which nothing is said yet, beginning with what holds for all. Nothing where all are. */
export function AddKind({ groupId, items }: AddKindProps) {
  const t = useText()
  const nameOf = useKindName()
  const [chosen, choose] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const free = contentKinds.filter((kind) => !items.some((one) => one.kind === kind))
  const kind = free.find((one) => one === chosen) ?? free[0]
  const [start] = items
  if (!kind || !start) return null
  return (
    <Card title={t('validation.policy.add')}>
      <Stack gap={12}>
        <p className="ui-muted">{t('validation.policy.addText')}</p>
        <Row>
          <Select
            label={t('validation.policy.kind')}
            isLabelHidden
            items={free.map((id) => ({ id, label: nameOf(id) }))}
            value={kind}
            onChange={choose}
          />
          <Button onPress={() => setAdding(true)}>{t('validation.policy.addDo')}</Button>
        </Row>
      </Stack>
      {isAdding && (
        <PolicyForm
          groupId={groupId}
          kind={kind}
          start={start}
          before={null}
          onClose={() => setAdding(false)}
        />
      )}
    </Card>
  )
}
