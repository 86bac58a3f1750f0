/** A short message about what just happened. */
export interface ToastMessage {
  text: string
  tone?: 'plain' | 'success' | 'danger'
  /** Takes it back; shown as a button "Undo". */
  undo?: (() => void) | undefined
  /** Another thing to do about it, when there is nothing to undo. */
  action?: { label: string; onPress: () => void } | undefined
}

type Show = (message: ToastMessage) => () => void

/** A message sent before there was anything to show it. */
interface Waiting {
  message: ToastMessage
  isClosed: boolean
  close: () => void
}

let show: Show | null = null
let waiting: Waiting[] = []
const listeners = new Set<() => void>()

/** Shows a message; answers how to take it away. Problems stay until they are dismissed. */
export function toast(message: ToastMessage | string): () => void {
  const content = typeof message === 'string' ? { text: message } : message
  if (show) return show(content)
  const entry: Waiting = { message: content, isClosed: false, close: () => undefined }
  waiting.push(entry)
  for (const listener of listeners) listener()
  return () => {
    entry.isClosed = true
    entry.close()
  }
}

/** Says why something was refused, where there is no form or page to say it. */
export const sayRefusal = ({ message }: { message: string }): void =>
  void toast({ text: message, tone: 'danger' })

/** Whether a message was ever sent: from then on there must be something that shows them. */
export const isAnyToast = () => show !== null || waiting.length > 0

/** Tells when the first message comes; answers how to stop listening. */
export function watchToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes over the showing: messages that waited come first. */
export function showToastsWith(next: Show): void {
  show = next
  for (const entry of waiting) if (!entry.isClosed) entry.close = next(entry.message)
  waiting = []
}
