import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { Button } from '../actions/button.tsx'
import { useText } from '../text/use-text.ts'
import { toasts } from './toasts.ts'

const icons = { plain: null, success: CircleCheck, danger: CircleAlert }

/** Where messages appear; stands once, at the end of the app. F6 leads to it. */
export function Toasts() {
  const t = useText()
  return (
    <ToastRegion queue={toasts} aria-label={t('ui.messages')} className="ui-toasts">
      {({ toast }) => {
        const { text, tone = 'plain', undo, action } = toast.content
        const Icon = icons[tone]
        const done = undo ? { label: t('ui.undo'), onPress: undo } : action
        return (
          <Toast toast={toast} className="ui-toast" data-tone={tone}>
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
                  toasts.close(toast.key)
                }}
              >
                {done.label}
              </Button>
            )}
            <AriaButton slot="close" aria-label={t('ui.dismiss')} className="ui-toast-close">
              <X size={16} aria-hidden="true" />
            </AriaButton>
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
