import { Words } from '#course/web/index.tsx'
import type { Review } from '../contract.ts'
import { useText } from './text.ts'

type Parts = Review['changes'][number]['blocks'][number]['words']

/** So much of what stayed is shown beside what changed. */
const around = 40

/** What stayed, cut down to what one needs to find one's place. */
function shortened(words: Parts): Parts {
  return words.map(({ kind, text }, index) => {
    if (kind !== 'same' || text.length <= 2 * around + 1) return { kind, text }
    const before = index === 0 ? '' : text.slice(0, around)
    const after = index === words.length - 1 ? '' : text.slice(-around)
    return { kind, text: `${before}…${after}` }
  })
}

/** Word by word, what became of a passage since the round before. */
export function WordChanges({ words }: { words: Parts }) {
  const t = useText()
  return (
    <p className="review-changes">
      {words.length > 0 ? <Words words={shortened(words)} /> : t('validation.changedNoWords')}
    </p>
  )
}

/** What was taken out of a step since the round before. */
export function TakenOut({ review, stepId }: { review: Review; stepId: string }) {
  const t = useText()
  const removed = review.changes
    .filter(({ id }) => id === stepId)
    .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'removed'))
  if (removed.length === 0) return null
  return (
    <section className="review-gone">
      <h3>{t('validation.takenOut', { count: removed.length })}</h3>
      {removed.map(({ id, words }) => (
        <WordChanges key={id} words={words} />
      ))}
    </section>
  )
}
