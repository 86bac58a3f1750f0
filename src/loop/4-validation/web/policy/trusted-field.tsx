import { Select } from '#ui'
import { useText } from '../text.ts'

/** After how many approved courses one is to choose from; what was set elsewhere comes beside it. */
const usual = [1, 2, 3, 5, 10, 20, 50]
const off = 'off'

interface TrustedFieldProps {
  /** Null: nobody publishes without a review. */
  value: number | null
  onChange: (value: number | null) => void
}

/** Whether leaders publish without a review, and after how many approved courses. */
export function TrustedField({ value, onChange }: TrustedFieldProps) {
  const t = useText()
  const counts = [...new Set(value === null ? usual : [...usual, value])].sort((a, b) => a - b)
  return (
    <Select
      label={t('validation.policy.trusted')}
      hint={t('validation.policy.trustedHint')}
      name="trustedAfter"
      items={[
        { id: off, label: t('validation.policy.trustedOff') },
        ...counts.map((count) => ({ id: `${count}`, label: t('validation.policy.trustedAfter', { count }) })),
      ]}
      value={value === null ? off : `${value}`}
      onChange={(id) => onChange(id === off ? null : Number(id))}
    />
  )
}
