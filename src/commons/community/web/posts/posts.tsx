import { Lightbulb } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useList } from '#platform/web/use'
import {
  Button,
  Disclosure,
  EmptyState,
  ListStatus,
  Row,
  SearchField,
  SegmentedControl,
  Select,
  ShowMore,
  Stack,
} from '#ui'
import { listPosts, type PostKind } from '../../contract.ts'
import { useText } from '../text.ts'
import { PostCard } from './post-card.tsx'
import { type Beginning, PostDialog } from './post-form.tsx'
import { ReadyIdeas } from './ready-ideas.tsx'

const kinds = ['program', 'practice', 'tip'] as const
type Sort = 'newest' | 'useful'

/** Programs, best practices and tips: found by words and kind, the newest or the most useful first. */
export function Posts() {
  const t = useText()
  const [q, setQ] = useState('')
  const [kind, setKind] = useState<PostKind | 'all'>('all')
  const [sort, setSort] = useState<Sort>('newest')
  const [posting, setPosting] = useState<Beginning | null>(null)
  const words = useDeferredValue(q.trim())
  const query = { sort, ...(words && { q: words }), ...(kind !== 'all' && { kind }) }
  const list = useList(listPosts, { query }, { topics: ['community'] })
  const isNarrowed = words !== '' || kind !== 'all'
  const post = (
    <Button look="primary" icon={Lightbulb} onPress={() => setPosting({})}>
      {t('community.post.new')}
    </Button>
  )
  return (
    <Stack gap={16}>
      <div className="community-tools">
        <SearchField label={t('community.post.search')} value={q} onChange={setQ} />
        {post}
      </div>
      <Row justify="between">
        <SegmentedControl<Sort>
          label={t('community.post.sort')}
          items={(['newest', 'useful'] as const).map((id) => ({ id, label: t(`community.post.sort.${id}`) }))}
          value={sort}
          onChange={setSort}
        />
        <Select<PostKind | 'all'>
          label={t('community.post.kind')}
          isLabelHidden
          items={(['all', ...kinds] as const).map((id) => ({ id, label: t(`community.post.kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
      </Row>
      <ListStatus list={list} rows={4} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('community.post.none')}>
          {t(isNarrowed ? 'community.post.noneFound' : 'community.post.noneText')}
        </EmptyState>
      )}
      {list.isSuccess && list.items.length === 0 && !isNarrowed && <ReadyIdeas onTake={setPosting} />}
      {list.items.map((one) => (
        <PostCard key={one.id} post={one} />
      ))}
      <ShowMore list={list} />
      {list.items.length > 0 && (
        <Disclosure title={t('community.ready')}>
          <ReadyIdeas onTake={setPosting} />
        </Disclosure>
      )}
      {posting && <PostDialog begun={posting} onClose={() => setPosting(null)} />}
    </Stack>
  )
}
