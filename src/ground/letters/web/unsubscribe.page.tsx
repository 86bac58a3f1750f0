import { useParams } from 'react-router'
import { paths } from '#paths'
import { Door, Gone } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, Link, SkeletonText, Stack } from '#ui'
import { getSubscription, subscribeAgain, unsubscribe } from '../contract.ts'
import { useText } from './text.ts'

/** The link below a mail: no more of them, or again after all. Nothing happens before somebody presses. */
export function Component() {
  const t = useText()
  const { letter = '' } = useParams()
  const params = { letter }
  const read = useRead(getSubscription, { params }, { topics: ['letters'] })
  const end = useWrite(unsubscribe, ['letters'])
  const again = useWrite(subscribeAgain, ['letters'])
  if (read.isPending) return <SkeletonText />
  if (read.error) return <Gone error={read.error} />
  const { organization, topic, isWanted } = read.data
  return (
    <Door
      title={t(isWanted ? 'letters.end' : 'letters.ended')}
      lead={t(isWanted ? 'letters.end.lead' : 'letters.ended.lead', { organization })}
    >
      <Card>
        <Stack gap={16}>
          <p>{t(`letters.topic.${topic}`)}</p>
          {isWanted ? (
            <Button
              look="primary"
              isPending={end.isPending}
              onPress={() => end.mutate({ params, body: new Blob([]) })}
            >
              {t('letters.end.go')}
            </Button>
          ) : (
            <Button isPending={again.isPending} onPress={() => again.mutate({ params })}>
              {t('letters.again')}
            </Button>
          )}
          <Link href={`${paths.me}#letters`}>{t('letters.all')}</Link>
        </Stack>
      </Card>
    </Door>
  )
}
