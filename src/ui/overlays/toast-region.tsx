import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { Button } from '../actions/button.tsx'
import { useText } from '../text/use-text.ts'
import { showToastsWith, type ToastMessage } from './toasts.ts'

const short = 6_000
const long = 10_000
const icons = { plain: null, success: CircleCheck, danger: CircleAlert }
const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

showToastsWith((message) => {
  const timeout = message.undo || message.action ? long : short
  const key = queue.add(message, message.tone === 'danger' ? {} : { timeout })
  return () => queue.close(key)
})

/** The messages on screen, newest first. F6 leads to them. */
export default function Region() {
  const t = useText()
  return (
    <ToastRegion queue={queue} aria-label={t('ui.messages')} className="ui-toasts">
      {({ toast }) => (
        <Toast toast={toast} className="ui-toast" data-tone={toast.content.tone}>
          <Message message={toast.content} close={() => queue.close(toast.key)} />
        </Toast>
      )}
    </ToastRegion>
  )
}

function Message({ message, close }: { message: ToastMessage; close: () => void }) {
  const { text, tone = 'plain', undo, action } = message
  const t = useText()
  const Icon = icons[tone]
  const done = undo ? { label: t('ui.undo'), onPress: undo } : action
  return (
    <>
      {Icon && <Icon size={18} aria-hidden="true" />}
      <ToastContent className="ui-toast-words">
        <Text slot="title">{text}</Text>
      </ToastContent>
      {done && (
        <Button
          size="sm"
          look="ghost"
          className="ui-toast-action"
          onPress={() => {
            done.onPress()
            close()
          }}
        >
          {done.label}
        </Button>
      )}
      <AriaButton slot="close" aria-label={t('ui.dismiss')} className="ui-toast-close">
        <X size={16} aria-hidden="true" />
      </AriaButton>
    </>
  )
}
