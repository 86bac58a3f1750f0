import { type RefObject, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Choice } from '#ui'
import { useText } from './text.ts'
import './talk.css'

interface ColleaguesProps {
  id: string
  people: readonly Choice[]
  /** The line that Enter would take, by the id of its element. */
  active: Choice | undefined
  /** Said where nobody is found. */
  nobody: string | null
  area: RefObject<HTMLTextAreaElement | null>
  onChoose: (person: Choice) => void
}

/** The colleagues that were found, beside the text that is being written. */
export function Colleagues({ id, people, active, nobody, area, onChoose }: ColleaguesProps) {
  const t = useText()
  return (
    <>
      <span className="ui-hidden" role="status">
        {people.length > 0 ? t('talk.found', { count: people.length }) : nobody}
      </span>
      {(people.length > 0 || nobody) && (
        <Beside area={area}>
          {people.length === 0 ? (
            <p aria-hidden="true">{nobody}</p>
          ) : (
            <div id={id} role="listbox" aria-label={t('talk.colleagues')}>
              {people.map((person) => (
                <Line
                  key={person.id}
                  id={`${id}-${person.id}`}
                  person={person}
                  isActive={active?.id === `${id}-${person.id}`}
                  onChoose={() => onChoose(person)}
                />
              ))}
            </div>
          )}
        </Beside>
      )}
    </>
  )
}

interface LineProps {
  id: string
  person: Choice
  isActive: boolean
  onChoose: () => void
}

function Line({ id, person, isActive, onChoose }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the text, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active line
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="ui-choice"
      data-focused={isActive || undefined}
      // The text keeps the focus, and a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {person.before}
      <span className="ui-choice-words">
        <span>{person.label}</span>
        <span className="ui-choice-hint">{person.hint}</span>
      </span>
    </div>
  )
}

const gap = 6
const highest = 300

/** Stands below a text, or above it where there is more room; never under the keyboard of a phone. */
function Beside({ area, children }: Pick<ColleaguesProps, 'area'> & { children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const view = window.visualViewport
    const place = () => {
      const [list, text] = [box.current, area.current?.getBoundingClientRect()]
      if (!list || !text) return
      // How high it is hangs on how wide it is.
      Object.assign(list.style, { left: `${text.left}px`, inlineSize: `${text.width}px` })
      const top = view?.offsetTop ?? 0
      const bottom = top + (view?.height ?? window.innerHeight)
      const [below, above] = [bottom - text.bottom - 2 * gap, text.top - top - 2 * gap]
      const wanted = Math.min(highest, list.scrollHeight + 2)
      const isBelow = below >= wanted || below >= above
      const height = Math.min(wanted, isBelow ? below : above)
      const inset = isBelow ? text.bottom + gap : text.top - gap - height
      Object.assign(list.style, { maxBlockSize: `${height}px`, insetBlockStart: `${inset}px` })
    }
    place()
    window.addEventListener('scroll', place, true)
    view?.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      view?.removeEventListener('resize', place)
    }
  })
  const list = (
    <div ref={box} className="ui-beside talk-colleagues">
      {children}
    </div>
  )
  // Beside what holds the text, whose layer lies below the bars of the page.
  return createPortal(list, area.current?.closest('main, [role=dialog]') ?? document.body)
}
