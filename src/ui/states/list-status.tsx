import { ErrorState } from './error-state.tsx'
import { SkeletonRows } from './skeleton.tsx'

export interface ListStatusProps {
  /** What is read: a list that comes page by page, or a whole one. */
  list: { isPending: boolean; error: { message: string } | null; refetch: () => unknown }
  /** How many rows stand for it while it comes. */
  rows?: number
  hasFace?: boolean
}

/** What stands in the place of a list: its outline while it comes, and what happened where it does not. */
export function ListStatus({ list, rows, hasFace }: ListStatusProps) {
  if (list.isPending)
    return <SkeletonRows {...(rows !== undefined && { rows })} {...(hasFace !== undefined && { hasFace })} />
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  return null
}
