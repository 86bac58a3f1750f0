import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton, List } from '#ui'
import type { Condition } from '../../language.ts'
import { mostConditions } from '../../limits.ts'
import { useText } from '../text.ts'
import { ConditionDialog } from './condition-dialog.tsx'
import { useConditionWords } from './condition-words.ts'
import type { PartProps } from './part.ts'

interface ConditionsProps extends Pick<PartProps, 'campaign'> {
  conditions: readonly Condition[]
  onChange: (conditions: Condition[]) => void
}

/** What is asked of people, each said in words; taken out with one press, added in a dialog. */
export function Conditions({ conditions, campaign, onChange }: ConditionsProps) {
  const t = useText()
  const words = useConditionWords()
  const [isAdding, setAdding] = useState(false)
  const { edit } = campaign.can
  return (
    <>
      {conditions.length > 0 && (
        <List className="campaign-conditions">
          {conditions.map((condition) => {
            const said = words(condition)
            return (
              <li key={JSON.stringify(condition)}>
                <span>{said}</span>
                {edit && (
                  <IconButton
                    icon={X}
                    size="sm"
                    label={t('campaigns.condition.remove', { words: said })}
                    onPress={() => onChange(conditions.filter((one) => one !== condition))}
                  />
                )}
              </li>
            )
          })}
        </List>
      )}
      {edit && conditions.length < mostConditions && (
        <div>
          <Button size="sm" icon={Plus} onPress={() => setAdding(true)}>
            {t('campaigns.condition.add')}
          </Button>
        </div>
      )}
      {isAdding && (
        <ConditionDialog
          campaignId={campaign.id}
          onClose={() => setAdding(false)}
          onAdd={(condition) => {
            setAdding(false)
            const isThere = conditions.some((one) => JSON.stringify(one) === JSON.stringify(condition))
            if (!isThere) onChange([...conditions, condition])
          }}
        />
      )}
    </>
  )
}
