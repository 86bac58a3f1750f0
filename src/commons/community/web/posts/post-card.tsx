import { LayoutTemplate, ListOrdered, MessageCircle, Pin, ThumbsUp } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Avatar, Card, Chip, Link, Muted, Row, Stack, sayRefusal, Time, ToggleChip } from '#ui'
import { markUseful, type Post, unmarkUseful } from '../../contract.ts'
import { useText } from '../text.ts'

/** Who posted it, for whom, and what kind of idea it is. */
export function PostHead({ post }: { post: Post }) {
  const t = useText()
  const { author, group, kind, pinned, withdrawn, postedAt, editedAt } = post
  return (
    <header className="community-head">
      <Avatar id={author.id} name={author.name} />
      <div className="community-who">
        <strong>{author.name}</strong>
        <Muted>
          {group.name}, <Time at={postedAt} />
          {editedAt && `, ${t('community.post.edited')}`}
        </Muted>
      </div>
      <div className="community-marks">
        {pinned && (
          <Chip tone="warm" icon={Pin}>
            {t('community.post.pinned')}
          </Chip>
        )}
        {withdrawn && <Chip>{t('community.post.withdrawn')}</Chip>}
        <Chip tone="primary">{t(`community.post.kind.${kind}`)}</Chip>
      </div>
    </header>
  )
}

/** Says that it is useful, or takes that back. */
export function Useful({ post: { id, title, useful, mine } }: { post: Post }) {
  const t = useText()
  const mark = useWrite(markUseful, ['community'])
  const unmark = useWrite(unmarkUseful, ['community'])
  const press = () => (mine ? unmark : mark).mutate({ params: { postId: id } }, { onError: sayRefusal })
  const said = t('community.post.usefulCount', { count: useful })
  return (
    <ToggleChip
      icon={ThumbsUp}
      isSelected={mine}
      onChange={press}
      isDisabled={mark.isPending || unmark.isPending}
      aria-label={`${said}: ${title}`}
    >
      {said}
    </ToggleChip>
  )
}

/** One idea in the list: its beginning, and what others make of it. */
export function PostCard({ post }: { post: Post }) {
  const t = useText()
  const { id, title, words, steps, template, comments, withdrawn } = post
  const href = linkTo(paths.communityPost, { postId: id })
  return (
    <Card as="article">
      <Stack gap={12}>
        <PostHead post={post} />
        <h2 className="community-title">
          <Link href={href} isQuiet>
            {title}
          </Link>
        </h2>
        {words && <p className="community-words community-short">{words}</p>}
        {(steps.length > 0 || template) && (
          <Row gap={8}>
            {steps.length > 0 && (
              <Chip icon={ListOrdered}>{t('community.post.stepCount', { count: steps.length })}</Chip>
            )}
            {template && (
              <Chip icon={LayoutTemplate}>{t('community.post.withTemplate', { name: template.name })}</Chip>
            )}
          </Row>
        )}
        {!withdrawn && (
          <Row gap={12}>
            <Useful post={post} />
            <Link
              href={href}
              className="community-talk-link"
              isAlone
              aria-label={`${t('community.post.comments', { count: comments })}: ${title}`}
            >
              <MessageCircle size={16} aria-hidden="true" />{' '}
              {t('community.post.comments', { count: comments })}
            </Link>
          </Row>
        )}
      </Stack>
    </Card>
  )
}
