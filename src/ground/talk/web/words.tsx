import { linkTo, paths } from '#paths'
import { Link } from '#ui'
import type { Comment } from '../contract.ts'
import { partsOf } from '../tokens.ts'
import { useText } from './text.ts'

/** What was said; whoever it points to is a link to them, by the name they have now. */
export function Words({ comment: { body, mentions } }: { comment: Pick<Comment, 'body' | 'mentions'> }) {
  const t = useText()
  return partsOf(body, mentions).map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same person may be named twice, and words keep their order
      <Link key={at} href={linkTo(paths.member, { memberId: part.id })}>
        {t(part.left ? 'talk.mentionLeft' : 'talk.mention', { name: part.name })}
      </Link>
    ),
  )
}
