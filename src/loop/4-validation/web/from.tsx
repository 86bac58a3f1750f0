import { useText } from './text.ts'

interface FromProps {
  /** The group that says so; null where none does. */
  from: { id: string; name: string } | null
  /** The group that is looked at. */
  groupId: string
}

/** Which group says so. */
export function From({ from, groupId }: FromProps) {
  const t = useText()
  if (!from) return <span className="charter-from">{t('validation.charter.usual')}</span>
  return from.id === groupId
    ? t('validation.charter.own')
    : t('validation.charter.from', { group: from.name })
}
