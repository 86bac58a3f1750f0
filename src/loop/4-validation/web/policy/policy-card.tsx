import { useState } from 'react'
import { Button, Card, Chip, Row, Stack } from '#ui'
import type { ValidationPolicy } from '../../policy.contract.ts'
import { From } from '../from.tsx'
import { useText } from '../text.ts'
import { useKindName } from './kind.ts'
import { PolicyForm } from './policy-form.tsx'
import { PolicyWords } from './policy-words.tsx'
import { useSaying } from './use-saying.ts'

interface PolicyCardProps {
  groupId: string
  policy: ValidationPolicy
  /** Whether the reader may change it. */
  isOpen: boolean
}

/** What holds for one kind of content, and from which group. */
export function PolicyCard({ groupId, policy, isOpen }: PolicyCardProps) {
  const t = useText()
  const name = useKindName()(policy)
  const [isChanging, setChanging] = useState(false)
  const { leave, isPending } = useSaying(groupId)
  const isOwn = policy.from?.id === groupId
  return (
    <Card
      title={name}
      aside={
        <Chip tone={isOwn ? 'primary' : 'neutral'}>
          <From from={policy.from} groupId={groupId} />
        </Chip>
      }
    >
      <Stack gap={16}>
        <PolicyWords groupId={groupId} policy={policy} />
        {isOpen && (
          <Row>
            <Button
              aria-label={t('validation.policy.changeWhat', { kind: name })}
              onPress={() => setChanging(true)}
            >
              {t('validation.policy.change')}
            </Button>
            {isOwn && (
              <Button
                look="ghost"
                aria-label={t('validation.charter.leaveWhat', { rule: name })}
                isPending={isPending}
                onPress={() => leave(policy)}
              >
                {t('validation.charter.leave')}
              </Button>
            )}
          </Row>
        )}
      </Stack>
      {isChanging && (
        <PolicyForm
          groupId={groupId}
          start={policy}
          before={isOwn ? policy : null}
          onClose={() => setChanging(false)}
        />
      )}
    </Card>
  )
}
