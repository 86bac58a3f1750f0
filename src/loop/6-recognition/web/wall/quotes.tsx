import type { Celebration } from '../../wall.contract.ts'
import { useText } from './text.ts'

/** What some said to others. */
export function Quotes({ quotes }: { quotes: Celebration['quotes'] }) {
  const t = useText()
  return quotes.map(({ id, from, to, reason }) => (
    <figure key={id} className="wall-quote">
      <blockquote>{reason}</blockquote>
      <figcaption className="ui-muted">{t('wall.quote', { from: from.name, to: to.name })}</figcaption>
    </figure>
  ))
}
