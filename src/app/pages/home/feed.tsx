import { ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { Entry } from '#feed/web/index.tsx'
import { paths } from '#paths'
import { Button, EmptyState, ErrorState, LinkButton, Skeleton, useRowKeys } from '#ui'
import { useText } from '../../web/text.ts'
import { useFeed } from './use-feed.ts'

/** What concerns me, newest first. What comes in meanwhile waits behind a button, so that nothing jumps. */
export function Feed() {
  const t = useText()
  const feed = useFeed()
  if (feed.isPending) return <Skeleton shape="block" height="380px" />
  if (feed.error) return <ErrorState onRetry={feed.retry}>{feed.error.message}</ErrorState>
  if (feed.items.length === 0) {
    const action = (
      <LinkButton look="primary" href={paths.raiseNeed}>
        {t('app.share.need')}
      </LinkButton>
    )
    return (
      <EmptyState title={t('app.home.empty')} action={action}>
        {t('app.home.emptyText')}
      </EmptyState>
    )
  }
  return <Entries feed={feed} />
}

function Entries({ feed }: { feed: ReturnType<typeof useFeed> }) {
  const t = useText()
  const labels = { next: t('app.home.nextEntry'), previous: t('app.home.previousEntry') }
  const list = useRowKeys<HTMLElement>({ ...labels, group: t('app.home.feed') }, '.feed-open')
  const head = useRef<HTMLHeadingElement>(null)
  const showNewest = () => {
    feed.showNewest()
    window.scrollTo({ top: 0 })
    head.current?.focus()
  }
  return (
    <section ref={list} aria-labelledby="home-feed" className="home-feed">
      <h2 id="home-feed" ref={head} tabIndex={-1} className="ui-hidden">
        {t('app.home.feed')}
      </h2>
      <div role="status" className="home-fresh" data-empty={feed.fresh === 0 || undefined}>
        {feed.fresh > 0 && (
          <Button look="primary" size="sm" icon={ArrowUp} onPress={showNewest}>
            {t('app.home.fresh', { count: feed.fresh })}
          </Button>
        )}
      </div>
      {feed.items.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {feed.olderError && <ErrorState onRetry={feed.showOlder}>{feed.olderError.message}</ErrorState>}
      {feed.hasOlder && !feed.olderError && (
        <Button isPending={feed.isLoadingOlder} onPress={feed.showOlder}>
          {t('app.home.more')}
        </Button>
      )}
    </section>
  )
}
