import { Button } from '../actions/button.tsx'
import { useText } from '../text/use-text.ts'

export interface ShowMoreProps {
  /** A list that is read page by page. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

/** Below a list of which there is more: reads its next page. Nothing where that was all. */
export function ShowMore({ list }: ShowMoreProps) {
  const t = useText()
  if (!list.hasNextPage) return null
  return (
    <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
      {t('ui.loadMore')}
    </Button>
  )
}
