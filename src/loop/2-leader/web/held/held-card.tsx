import type { ReactNode } from 'react'
import type { useList } from '#platform/web/use'
import { Card, List, ListStatus, ShowMore } from '#ui'

interface HeldCardProps {
  title: string
  /** What it says where nothing of the kind is held. */
  nothing: string
  list: ReturnType<typeof useList>
  children: ReactNode
}

/** One kind of what is held, page by page; where nothing is, it says so. */
export function HeldCard({ title, nothing, list, children }: HeldCardProps) {
  return (
    <Card title={title}>
      <ListStatus list={list} rows={2} hasFace={false} />
      {list.isSuccess && list.items.length === 0 && <p className="ui-muted">{nothing}</p>}
      <List label={title}>{children}</List>
      <ShowMore list={list} />
    </Card>
  )
}
