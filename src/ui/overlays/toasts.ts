import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

/** A short message about what just happened. */
export interface ToastMessage {
  text: string
  tone?: 'plain' | 'success' | 'danger'
  /** Takes it back; shown as a button "Undo". */
  undo?: (() => void) | undefined
  /** Another thing to do about it, when there is nothing to undo. */
  action?: { label: string; onPress: () => void } | undefined
}

const short = 6_000
const long = 10_000

/** The messages on screen, newest first. */
export const toasts = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/** Shows a message; answers how to take it away. Problems stay until they are dismissed. */
export function toast(message: ToastMessage | string): () => void {
  const content = typeof message === 'string' ? { text: message } : message
  const timeout = content.undo || content.action ? long : short
  const key = toasts.add(content, content.tone === 'danger' ? {} : { timeout })
  return () => toasts.close(key)
}
