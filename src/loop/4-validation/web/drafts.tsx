import { linkTo, paths } from '#paths'
import { Link } from '#ui'
import { blockIn } from '../anchors.ts'
import type { Review } from '../contract.ts'
import { useDrafts } from './kept.ts'
import { useText } from './text.ts'

interface DraftsProps {
  review: Review
  /** Names what is being written just now, too. */
  areOpenToo?: boolean
}

/** Comments that were written here and not sent; nothing when there are none. */
export function Drafts({ review, areOpenToo = false }: DraftsProps) {
  const t = useText()
  const drafts = useDrafts(review.id, areOpenToo)
  if (!review.can.judge || drafts.length === 0) return null
  const hrefOf = (blockId: string) => {
    const step = blockIn(review.document, blockId)?.step.attrs.id
    return linkTo(paths.review, { reviewId: review.id }, { query: { ...(step && { step }), block: blockId } })
  }
  return (
    <section className="review-drafts" aria-label={t('validation.drafts', { count: drafts.length })}>
      <strong>{t('validation.drafts', { count: drafts.length })}</strong>
      <ul>
        {drafts.map(({ blockId, body, suggestion }) => (
          <li key={blockId}>
            <Link href={hrefOf(blockId)}>{(body || suggestion).slice(0, 120)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
