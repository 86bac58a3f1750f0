import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { Kbd } from '../display/kbd.tsx'
import { useText } from '../text/use-text.ts'

export interface SearchFieldProps {
  /** What is searched; also shown in the empty field. */
  label: string
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  /** Enter was pressed. */
  onSubmit?: (value: string) => void
  /** The keys that lead here, shown at the end: `mod+k`. */
  keys?: string
  autoFocus?: boolean
}

/** A field to search with; Escape empties it. */
export function SearchField({ label, keys, ...rest }: SearchFieldProps) {
  const t = useText()
  return (
    <AriaSearchField {...rest} aria-label={label} className="ui-search">
      <Search size={18} aria-hidden="true" />
      <Input className="ui-input" placeholder={label} />
      {keys && <Kbd keys={keys} />}
      <Button className="ui-search-clear" aria-label={t('ui.clear')}>
        <X size={16} aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}
