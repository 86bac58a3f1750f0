import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Choice, folded, type Search, TextArea, useFound } from '#ui'
import { mostSaid } from '../tokens.ts'
import { Colleagues } from './colleagues.tsx'
import { type Asked, askedAt, type Draft, edited, withName } from './draft.ts'
import { useText } from './text.ts'

interface SayAreaProps {
  label: string
  draft: Draft
  onChange: (draft: Draft) => void
  /** Finds those who may be pointed to. */
  search: Search<Choice>
  onSend: () => void
  error: string | undefined
}

/**
 * Where one writes what one says; at an @ it finds colleagues. The cursor stays in the text, which names the line that
 * Enter would take (docs/decisions/0030).
 */
export function SayArea({ label, draft, onChange, search, onSend, error }: SayAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useCaret(area, draft)
  const choose = (asked: Asked, person: Choice) => {
    const done = withName(draft, asked, { id: person.id, name: person.label })
    onChange(done.draft)
    setCaret(done.caret)
  }
  const list = useColleagues(caret === null ? null : askedAt(draft, caret), search, choose)
  useSpoken(area, list.isOpen ? list.id : null, list.active?.id ?? null)
  const look = () => setCaret(area.current?.selectionStart ?? null)
  return (
    <div className="talk-area">
      <TextArea
        ref={area}
        label={label}
        isLabelHidden
        placeholder={label}
        value={draft.text}
        onChange={(text) => {
          const at = area.current?.selectionStart ?? text.length
          onChange(edited(draft, text, at))
          setCaret(at)
        }}
        onSelect={look}
        onBlur={() => setCaret(null)}
        onKey={list.onKey}
        onSend={onSend}
        lines={2}
        maxLength={mostSaid}
        error={error}
      />
      <Colleagues {...list} area={area} />
    </div>
  )
}

/** Where the cursor is, or null while one writes elsewhere. Setting it moves the cursor once the text is there. */
function useCaret(area: RefObject<HTMLTextAreaElement | null>, { text }: Draft) {
  const [caret, setCaret] = useState<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that is set puts the cursor at its end
  useLayoutEffect(() => {
    const field = area.current
    if (caret !== null && field && field.selectionEnd !== caret && field === document.activeElement)
      field.setSelectionRange(caret, caret)
  }, [area, text])
  return [caret, setCaret] as const
}

/** Those found for the name at the cursor, and what the keys mean while there are some. */
function useColleagues(
  asked: Asked | null,
  search: Search<Choice>,
  choose: (at: Asked, one: Choice) => void,
) {
  const t = useText()
  const id = useId()
  const [closed, setClosed] = useState<number | null>(null)
  if (closed !== null && asked?.start !== closed) setClosed(null)
  const isAsked = asked !== null && asked.start !== closed
  const query = asked?.query ?? ''
  const found = useFound(isAsked ? { search } : {}, query)
  // What was found for fewer letters is right where it has all of them.
  const people = isAsked ? found.items.filter(({ label }) => folded(label).includes(folded(query))) : []
  const [line, setLine] = useState({ query, at: 0 })
  const at = line.query === query ? Math.min(line.at, people.length - 1) : 0
  const active = people[at]
  const onKey = (key: string): boolean => {
    if (!isAsked) return false
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + people.length }
    const step = steps[key]
    if (key === 'Escape') setClosed(asked.start)
    else if (!active) return false
    else if (step !== undefined) setLine({ query, at: step % people.length })
    else if (key === 'Enter' || key === 'Tab') choose(asked, active)
    else return false
    return true
  }
  const isNobody = found.query === query && people.length === 0 && !/\s/.test(query)
  const nobody = found.status === 'searchFailed' ? t('talk.notFound') : isNobody ? t('talk.nobody') : null
  return {
    ...{ id, people, onKey, isOpen: people.length > 0, nobody: isAsked ? nobody : null },
    active: active && { ...active, id: `${id}-${active.id}` },
    onChoose: (one: Choice) => asked && choose(asked, one),
  }
}

/** While there are colleagues to choose, the text names their list and the line that Enter would take. */
function useSpoken(
  area: RefObject<HTMLTextAreaElement | null>,
  list: string | null,
  active: string | null,
): void {
  useLayoutEffect(() => {
    const field = area.current
    if (!field || !list || !active) return
    const said = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': list,
      'aria-activedescendant': active,
    }
    for (const [name, value] of Object.entries(said)) field.setAttribute(name, value)
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of Object.keys(said)) field.removeAttribute(name)
    }
  }, [area, list, active])
}
