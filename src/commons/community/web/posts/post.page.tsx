import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, NotFoundState, Page, SkeletonPage, Stack, useDate } from '#ui'
import { getPost, type Post } from '../../contract.ts'
import { useText } from '../text.ts'
import { Discussion } from './discussion.tsx'
import { PostActions, TemplateCard } from './post-actions.tsx'
import { PostHead, Useful } from './post-card.tsx'
import '../community.css'

/** One idea: what it says, its steps, the template that comes with it, and what others say about it. */
export function Component() {
  const t = useText()
  const { postId = '' } = useParams()
  const read = useRead(getPost, { params: { postId } }, { topics: ['community'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404) return <NotFoundState>{read.error.message}</NotFoundState>
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  const post = read.data
  return (
    <Page
      title={post.title}
      width="middle"
      breadcrumbs={[
        { label: t('community.place'), href: paths.lead },
        { label: t('community.title'), href: paths.leadersCommunity },
      ]}
    >
      <Stack gap={24}>
        <Card as="article">
          <Stack gap={16}>
            <PostHead post={post} />
            {post.words && <p className="community-words">{post.words}</p>}
            <Steps steps={post.steps} />
            {post.template && <TemplateCard template={post.template} />}
            <div className="community-tools">
              {!post.withdrawn && <Useful post={post} />}
              <PostActions post={post} />
            </div>
          </Stack>
        </Card>
        {!post.withdrawn && <Discussion post={post} />}
      </Stack>
    </Page>
  )
}

function Steps({ steps }: Pick<Post, 'steps'>) {
  const date = useDate('weekday')
  if (steps.length === 0) return null
  return (
    <ol className="community-steps">
      {steps.map(({ text, day }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their places
        <li key={at}>
          {text}
          {day && <time dateTime={day}>{date(`${day}T12:00:00Z`)}</time>}
        </li>
      ))}
    </ol>
  )
}
