import { useId } from 'react'

interface InPlaceProps {
  label: string
  look: 'title' | 'objective' | 'step'
  value: string
  onChange: (words: string) => void
  maxLength: number
}

/** A title as it will be read, written where it stands. It is one line however it wraps. */
export function InPlace({ label, look, value, onChange, maxLength }: InPlaceProps) {
  const id = useId()
  return (
    <div className="editor-in-place" data-look={look}>
      <label htmlFor={id} className={look === 'objective' ? 'ui-muted' : 'ui-hidden'}>
        {label}
      </label>
      <textarea
        id={id}
        rows={1}
        value={value}
        placeholder={look === 'objective' ? '' : label}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
    </div>
  )
}
