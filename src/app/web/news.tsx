import { useEffect } from 'react'
import { type FeedEntry, getFeed, markRead } from '#feed/contract.ts'
import { Headline, linkOf } from '#feed/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Avatar, EmptyState, ErrorState, List, ListRow, Sheet, SkeletonRows, Time } from '#ui'
import { useText } from './text.ts'
import { useGone } from './use-gone.ts'

interface NewsProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** What happened for oneself; looking at it marks it as read. */
export function News({ isOpen, onOpenChange }: NewsProps) {
  const t = useText()
  return (
    <Sheet title={t('app.news')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {isOpen && <Personal onGo={() => onOpenChange(false)} />}
    </Sheet>
  )
}

function Personal({ onGo }: { onGo: () => void }) {
  const t = useText()
  const read = useRead(getFeed, { query: { only: 'personal' } }, { topics: ['feed'] })
  const { mutate } = useWrite(markRead, ['feed'])
  useGone(onGo)
  const newest = read.data?.items.find(({ unread }) => unread)?.id
  useEffect(() => {
    if (newest) mutate({ body: { upTo: newest } })
  }, [newest, mutate])
  if (read.isPending) return <SkeletonRows rows={4} />
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.data.items.length === 0) {
    return (
      <EmptyState title={t('app.newsEmpty')} isSmall>
        {t('app.newsEmptyText')}
      </EmptyState>
    )
  }
  return (
    <List>
      {read.data.items.map((entry) => (
        <ListRow
          key={entry.id}
          before={
            <Avatar id={entry.actor?.id ?? entry.group.id} name={entry.actor?.name ?? entry.group.name} />
          }
          title={<Headline entry={entry} />}
          text={
            <>
              {about(entry) && <>{about(entry)} · </>}
              <Time at={entry.at} />
            </>
          }
          href={linkOf(entry)}
        />
      ))}
    </List>
  )
}

/** What a piece of news is about, or what was said with it; empty where its headline tells all. */
const about = ({ course, need, data }: FeedEntry): string =>
  course?.title ?? need?.title ?? String(data.reason ?? data.words ?? '')
