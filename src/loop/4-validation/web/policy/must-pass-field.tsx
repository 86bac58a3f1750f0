import { useRead } from '#platform/web/use'
import { CheckboxGroup } from '#ui'
import { type Criterion, getCriteria } from '../../criteria.contract.ts'
import type { ValidationPolicy } from '../../policy.contract.ts'
import { useCriterionWords } from '../criteria/words.ts'
import { useText } from '../text.ts'

/** The criteria by which people judge the courses of a group; none until they are known. */
function useJudged(groupId: string): Criterion[] {
  const { data } = useRead(getCriteria, { params: { groupId } }, { topics: ['charter'] })
  return (data?.items ?? []).filter(({ weight }) => weight > 0)
}

interface MustPassFieldProps {
  groupId: string
  value: ValidationPolicy['mustPass']
  onChange: (next: ValidationPolicy['mustPass']) => void
}

/** Which criteria must pass before somebody may approve. */
export function MustPassField({ groupId, value, onChange }: MustPassFieldProps) {
  const t = useText()
  const wordsOf = useCriterionWords()
  const judged = useJudged(groupId)
  if (judged.length === 0) return null
  return (
    <CheckboxGroup
      label={t('validation.policy.mustPass')}
      hint={t('validation.policy.mustPassHint')}
      name="mustPass"
      isOptional
      items={judged.map((one) => ({ id: one.key, label: wordsOf(one).name }))}
      value={value}
      onChange={(keys) => onChange([...keys])}
    />
  )
}

/** The same in words. */
export function MustPassWords({ groupId, keys }: { groupId: string; keys: ValidationPolicy['mustPass'] }) {
  const t = useText()
  const wordsOf = useCriterionWords()
  const names = useJudged(groupId)
    .filter(({ key }) => keys.includes(key))
    .map((one) => wordsOf(one).name)
  return names.length > 0 ? names.join(', ') : t('validation.policy.mustPassNone')
}
