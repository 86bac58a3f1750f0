import { useState } from 'react'
import { listTopics } from '#leader/topic.contract.ts'
import { useRead, useWrite } from '#platform/web/use'
import {
  Avatar,
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  Form,
  List,
  ListRow,
  Select,
  SkeletonRows,
  Stack,
  TextArea,
  toast,
  useList as useListed,
  useLocale,
} from '#ui'
import { askCoach, type CoachProposal, getCoachProposals } from '../../coach.contract.ts'
import { useText } from '../text.ts'

/** Who might coach the reader, each with why; and the way to ask one of them. */
export function Proposals() {
  const t = useText()
  const [topicId, setTopic] = useState('')
  const [asked, setAsked] = useState<CoachProposal | null>(null)
  const topics = useRead(listTopics, {}, { topics: ['topics'] }).data?.items ?? []
  const query = topicId ? { topicId } : {}
  const read = useRead(getCoachProposals, { query }, { topics: ['coaching'], keepPrevious: true })
  return (
    <Stack gap={16}>
      {topics.length > 0 && (
        <Select
          label={t('community.coach.topic')}
          items={[
            { id: '', label: t('community.coach.anyTopic') },
            ...topics.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={topicId}
          onChange={setTopic}
        />
      )}
      {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
      {read.isPending && <SkeletonRows rows={3} />}
      {read.data?.items.length === 0 && (
        <EmptyState title={t('community.coach.nobody')} isSmall>
          {t('community.coach.nobodyText')}
        </EmptyState>
      )}
      {read.data && read.data.items.length > 0 && (
        <List label={t('community.coach.proposals')}>
          {read.data.items.map((one) => (
            <Proposed key={one.coach.id} proposal={one} onAsk={() => setAsked(one)} />
          ))}
        </List>
      )}
      {asked && <Ask coach={asked.coach} topicId={topicId} onClose={() => setAsked(null)} />}
    </Stack>
  )
}

/** The names of languages, in the reader’s. */
function useLanguages(): (codes: readonly string[]) => string {
  const locale = useLocale()
  const list = useListed()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (codes) => list(codes.map((code) => names.of(code) ?? code))
}

function Proposed({ proposal, onAsk }: { proposal: CoachProposal; onAsk: () => void }) {
  const t = useText()
  const list = useListed()
  const languages = useLanguages()
  const { coach, topics, free, published } = proposal
  const why = [
    ...(topics.length > 0
      ? [t('community.coach.why.topics', { topics: list(topics.slice(0, 3).map(({ name }) => name)) })]
      : []),
    t('community.coach.why.free', { count: free }),
    t('community.coach.why.languages', { languages: languages(proposal.languages) }),
    t('community.coach.why.published', { count: published }),
  ]
  return (
    <ListRow
      before={<Avatar id={coach.id} name={coach.name} />}
      title={coach.name}
      text={why.join(', ')}
      isAfterBelow
      after={<Button onPress={onAsk}>{t('community.coach.ask', { name: coach.name })}</Button>}
    />
  )
}

interface AskProps {
  coach: CoachProposal['coach']
  topicId: string
  onClose: () => void
}

function Ask({ coach, topicId, onClose }: AskProps) {
  const t = useText()
  const ask = useWrite(askCoach, ['coaching'])
  const [words, setWords] = useState('')
  const done = () => {
    onClose()
    toast({ text: t('community.coach.asked'), tone: 'success' })
  }
  const send = () =>
    ask.mutate({ body: { coachId: coach.id, topicId: topicId || null, words } }, { onSuccess: done })
  const title = t('community.coach.ask', { name: coach.name })
  return (
    <Dialog title={title} isOpen onOpenChange={onClose} size="sm">
      <Form onSubmit={send} error={ask.error}>
        <TextArea
          label={t('community.coach.words')}
          name="words"
          value={words}
          onChange={setWords}
          maxLength={1000}
          lines={3}
          isOptional
        />
        <Button type="submit" look="primary" isPending={ask.isPending}>
          {title}
        </Button>
      </Form>
    </Dialog>
  )
}
