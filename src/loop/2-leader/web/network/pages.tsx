import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { IconButton, Row } from '#ui'
import { useText } from '../text.ts'

const atOnce = 50

/** Fifty rows of many at a time; another order or choice (`of`) begins at the first. */
export function usePages(all: number, of: unknown) {
  const [at, setAt] = useState({ of, page: 0 })
  const last = Math.max(0, Math.ceil(all / atOnce) - 1)
  const page = at.of === of ? Math.min(at.page, last) : 0
  const [from, to] = [page * atOnce, Math.min(all, (page + 1) * atOnce)]
  return { from, to, all, page, last, go: (next: number) => setAt({ of, page: next }) }
}

export function Pages({ from, to, all, page, last, go }: ReturnType<typeof usePages>) {
  const t = useText()
  return (
    <nav aria-label={t('leader.network.pages')}>
      <Row justify="between">
        <span className="ui-muted" role="status">
          {t('leader.network.page', { from: Math.min(all, from + 1), to, all })}
        </span>
        {last > 0 && (
          <Row gap={4} isTight>
            <IconButton
              icon={ChevronLeft}
              label={t('leader.network.previous')}
              isDisabled={page === 0}
              onPress={() => go(page - 1)}
            />
            <IconButton
              icon={ChevronRight}
              label={t('leader.network.next')}
              isDisabled={page === last}
              onPress={() => go(page + 1)}
            />
          </Row>
        )}
      </Row>
    </nav>
  )
}
