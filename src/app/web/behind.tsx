import { CloudOff, RotateCw } from 'lucide-react'
import { useBehind } from '#platform/web/behind'
import { Button, Callout, Time } from '#ui'
import { useText } from './text.ts'

/** Over a page that could not be brought up to date: it stays as it was, and says since when. */
export function Behind() {
  const t = useText()
  const behind = useBehind()
  return (
    <div className="app-over" aria-live="polite">
      {behind && (
        <Callout
          tone="warning"
          icon={CloudOff}
          title={t('app.behind.title')}
          action={
            <Button icon={RotateCw} onPress={behind.retry}>
              {t('app.behind.retry')}
            </Button>
          }
        >
          {t.rich('app.behind.text', { time: <Time at={new Date(behind.since).toISOString()} /> })}
        </Callout>
      )}
    </div>
  )
}
