import { CloudOff, RotateCw } from 'lucide-react'
import { useBehind } from '#platform/web/behind'
import { Button, Callout, useDate } from '#ui'
import { useText } from './text.ts'

/** Over a page that could not be brought up to date: it stays as it was, and says since when. */
export function Behind() {
  const t = useText()
  const moment = useDate('moment')
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
          {t('app.behind.text', { time: moment(new Date(behind.since)) })}
        </Callout>
      )}
    </div>
  )
}
