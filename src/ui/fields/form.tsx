import { createContext, type ReactNode, useContext, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { classNames } from '../class-names.ts'
import { Callout } from '../display/callout.tsx'

/** True once someone tried to send the form: from then on every field says what it lacks. */
const TriedContext = createContext(false)

/** Whether the form around was already sent once. */
export function useTried(): boolean {
  return useContext(TriedContext)
}

export interface FormProps {
  /** Called when no field complains; otherwise the first field that does gets the focus. */
  onSubmit: () => void
  /** What went wrong for the form as a whole. */
  error?: string | null | undefined
  className?: string
  children: ReactNode
}

/** A form: fields are checked when they are left, and all of them when it is sent. */
export function Form({ onSubmit, error, className, children }: FormProps) {
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  return (
    <TriedContext value={tried}>
      <form
        ref={form}
        noValidate
        className={classNames('ui-form', className)}
        onSubmit={(event) => {
          event.preventDefault()
          flushSync(() => setTried(true))
          const wrong = form.current?.querySelector<HTMLElement>('[data-complaint]')
          if (!wrong) return onSubmit()
          wrong.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus()
        }}
      >
        {error && (
          <Callout tone="danger" isAlert>
            {error}
          </Callout>
        )}
        {children}
      </form>
    </TriedContext>
  )
}
