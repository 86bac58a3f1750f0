import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { classNames } from '../class-names.ts'
import { Callout } from '../display/callout.tsx'

/** What a server says when it refuses, in the reader's words; `pointer` is `/title` for the field of that name. */
export interface Refused {
  problem: { detail: string; faults?: readonly { pointer: string; detail: string }[] }
}

interface Sent {
  /** True once someone tried to send the form: from then on every field says what it lacks. */
  tried: boolean
  faults: readonly { pointer: string; detail: string }[]
  /** Names of the fields that say their own faults. */
  names: Set<string>
}

const SentContext = createContext<Sent>({ tried: false, faults: [], names: new Set() })

/** Whether the form around was already sent once, and what the server found wrong with the field of this name. */
export function useSent(name: string | undefined): { tried: boolean; fault: string | null } {
  const { tried, faults, names } = useContext(SentContext)
  useEffect(() => {
    if (!name) return
    names.add(name)
    return () => void names.delete(name)
  }, [name, names])
  return { tried, fault: (name && faults.find(({ pointer }) => nameIn(pointer) === name)?.detail) || null }
}

const nameIn = (pointer: string) => pointer.split('/')[1]

export interface FormProps {
  /** Called when no field complains; otherwise the first field that does gets the focus. */
  onSubmit: () => void
  /** What went wrong for the form as a whole, or a refusal: what it says of a field stands at the field. */
  error?: string | Refused | null | undefined
  className?: string
  children: ReactNode
}

/** A form: fields are checked when they are left, and all of them when it is sent. */
export function Form({ onSubmit, error, className, children }: FormProps) {
  const [tried, setTried] = useState(false)
  const [names] = useState(() => new Set<string>())
  // What was answered to the sending before says nothing about the next.
  const [settled, setSettled] = useState<FormProps['error']>(null)
  const form = useRef<HTMLFormElement>(null)
  const said = error && error !== settled ? error : null
  const faults = typeof said === 'object' ? (said?.problem.faults ?? []) : []
  return (
    <SentContext value={{ tried, faults, names }}>
      <form
        ref={form}
        noValidate
        className={classNames('ui-form', className)}
        onSubmit={(event) => {
          event.preventDefault()
          flushSync(() => {
            setTried(true)
            if (faults.length > 0) setSettled(error)
          })
          const wrong = form.current?.querySelector<HTMLElement>('[data-complaint]')
          if (!wrong) return onSubmit()
          wrong.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus()
        }}
      >
        {said && <Complaint said={said} names={names} isAnswer={tried} />}
        {children}
      </form>
    </SentContext>
  )
}

interface ComplaintProps {
  said: string | Refused
  names: Set<string>
  /** Someone sent the form and waits for what comes of it. */
  isAnswer: boolean
}

/** What went wrong as a whole, and with what has no field here. */
function Complaint({ said, names, isAnswer }: ComplaintProps) {
  const { detail, faults = [] } = typeof said === 'string' ? { detail: said } : said.problem
  const others = faults.filter(({ pointer }) => !names.has(nameIn(pointer) ?? ''))
  const place = useRef<HTMLDivElement>(null)
  // Whoever sent a long form stands at its end.
  useEffect(() => {
    if (said && isAnswer) place.current?.scrollIntoView({ block: 'nearest' })
  }, [said, isAnswer])
  return (
    <div ref={place} className="ui-form-refusal">
      <Callout tone="danger" isAlert>
        {faults.length > 0 && others.length === faults.length ? null : <p>{detail}</p>}
        {[...new Set(others.map((fault) => fault.detail))].map((words) => (
          <p key={words}>{words}</p>
        ))}
      </Callout>
    </div>
  )
}
