import { CloudOff, Compass, Lock, type LucideIcon, RotateCw } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Button } from '../actions/button.tsx'
import { useText } from '../text/use-text.ts'

export interface ErrorStateProps {
  /** What happened; a general sentence when left out. */
  title?: string | undefined
  /** What was kept and what to do. */
  children?: ReactNode
  onRetry?: (() => void) | undefined
  /** Another way on. */
  action?: ReactNode
  /** It stands for a whole page, and has that page's heading. */
  isPage?: boolean
}

/** Something failed: what happened, what was kept, what to do. */
export function ErrorState({ title, children, onRetry, action, isPage }: ErrorStateProps) {
  const t = useText()
  return (
    <State icon={CloudOff} title={title ?? t('ui.errorTitle')} isAlert isPage={isPage}>
      <div className="ui-state-text">{children ?? t('ui.errorText')}</div>
      {onRetry && (
        <Button icon={RotateCw} onPress={onRetry}>
          {t('ui.retry')}
        </Button>
      )}
      {action}
    </State>
  )
}

export interface ForbiddenStateProps {
  title?: string | undefined
  /** Who may do it, and how to ask them. */
  children?: ReactNode
  action?: ReactNode
  /** It stands for a whole page, and has that page's heading. */
  isPage?: boolean
}

/** The reader may not see this: who may. */
export function ForbiddenState({ title, children, action, isPage }: ForbiddenStateProps) {
  const t = useText()
  return (
    <State icon={Lock} title={title ?? t('ui.forbiddenTitle')} isPage={isPage}>
      <div className="ui-state-text">{children ?? t('ui.forbiddenText')}</div>
      {action}
    </State>
  )
}

/** No such thing, or no longer: it stands for a whole page, and has that page's heading. */
export function NotFoundState({ title, children, action }: Omit<ForbiddenStateProps, 'isPage'>) {
  const t = useText()
  return (
    <State icon={Compass} title={title ?? t('ui.notFoundTitle')} isPage>
      <div className="ui-state-text">{children ?? t('ui.notFoundText')}</div>
      {action}
    </State>
  )
}

interface StateProps {
  icon: LucideIcon
  title: string
  isAlert?: boolean
  isPage?: boolean | undefined
  children: ReactNode
}

function State({ icon: Icon, title, isAlert, isPage, children }: StateProps) {
  const Title = isPage ? 'h1' : 'h2'
  useEffect(() => {
    if (isPage) document.title = title
  }, [isPage, title])
  return (
    <div className="ui-state" role={isAlert ? 'alert' : undefined}>
      <span className="ui-state-icon">
        <Icon size={26} aria-hidden="true" />
      </span>
      <Title className="ui-state-title">{title}</Title>
      {children}
    </div>
  )
}
