import { Select } from '#ui'
import { useText } from './text.ts'

/** The languages Cairn speaks. */
export function LanguageChoice({
  value,
  onChange,
}: {
  value: 'en' | 'fr'
  onChange: (value: 'en' | 'fr') => void
}) {
  const t = useText()
  return (
    <Select
      label={t('people.language')}
      items={[
        { id: 'en', label: t('people.language.en') },
        { id: 'fr', label: t('people.language.fr') },
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
