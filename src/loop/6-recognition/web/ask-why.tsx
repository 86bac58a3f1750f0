import { type ReactNode, useState } from 'react'
import { Button, Dialog, Form, type FormProps, TextArea } from '#ui'

interface AskWhyProps {
  title: string
  /** What the answer is called where it is sent: a fault of it is shown here. */
  name?: string
  /** What will happen. */
  text?: string
  /** What is asked, and what is said where the answer is too short. */
  label: string
  tooShort: string
  action: string
  isPending: boolean
  error: FormProps['error']
  onSend: (why: string) => void
  onClose: () => void
  /** What else is asked. */
  children?: ReactNode
}

const least = 10

/** Asks why before something is declined or taken back. */
export function AskWhy(props: AskWhyProps) {
  const {
    title,
    name = 'reason',
    text,
    label,
    tooShort,
    action,
    isPending,
    error,
    onSend,
    onClose,
    children,
  } = props
  const [why, setWhy] = useState('')
  return (
    <Dialog title={title} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={() => onSend(why)} error={error}>
        {text && <p>{text}</p>}
        {children}
        <TextArea
          label={label}
          name={name}
          value={why}
          onChange={setWhy}
          maxLength={500}
          check={(words) => (words.trim().length < least ? tooShort : null)}
          isRequired
          autoFocus
        />
        <Button type="submit" look="danger" isPending={isPending}>
          {action}
        </Button>
      </Form>
    </Dialog>
  )
}
