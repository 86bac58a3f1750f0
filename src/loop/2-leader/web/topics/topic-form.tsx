import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, List, ListRow, sayRefusal, TextArea, TextField, toast } from '#ui'
import { addTopic, changeTopic, type Topic, unmergeTopic } from '../../topic.contract.ts'
import { useText } from '../text.ts'

interface TopicFormProps {
  /** The one that is changed; a new one when left out. */
  topic?: Topic
  /** What a new one is called to begin with. */
  name?: string
  onClose: () => void
}

/** Other names, one a line. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function useTopic({ topic, name: begun = '', onClose }: TopicFormProps) {
  const t = useText()
  const [name, setName] = useState(topic?.name ?? begun)
  const [words, setWords] = useState(topic?.words.join('\n') ?? '')
  const add = useWrite(addTopic, ['topics'])
  const change = useWrite(changeTopic, ['topics'])
  const body = { name, words: linesOf(words) }
  const onSuccess = () => {
    toast({ text: t('leader.topics.saved', { name }), tone: 'success' })
    onClose()
  }
  const save = () =>
    topic
      ? change.mutate({ params: { topicId: topic.id }, body }, { onSuccess })
      : add.mutate({ body }, { onSuccess })
  const { isPending, error } = topic ? change : add
  return { name, setName, words, setWords, save, isPending, error }
}

/** What a topic is called, and by which other names a text is of it. */
export function TopicForm(props: TopicFormProps) {
  const t = useText()
  const { topic, onClose } = props
  const { name, setName, words, setWords, save, isPending, error } = useTopic(props)
  const title = topic ? t('leader.topics.change', { name: topic.name }) : t('leader.topics.add')
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={error}>
        <TextField
          label={t('leader.topics.name')}
          name="name"
          value={name}
          onChange={setName}
          maxLength={80}
          isRequired
          autoFocus
        />
        <TextArea
          label={t('leader.topics.words')}
          hint={t('leader.topics.wordsHint')}
          name="words"
          value={words}
          onChange={setWords}
          lines={4}
          isOptional
        />
        {topic && topic.merged.length > 0 && <Merged topic={topic} onDone={onClose} />}
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {t('leader.topics.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** The topics that were merged into one, each with the way out. */
function Merged({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const t = useText()
  const unmerge = useWrite(unmergeTopic, ['topics'])
  const takeOut = (topicId: string) =>
    unmerge.mutate({ params: { topicId } }, { onSuccess: onDone, onError: sayRefusal })
  return (
    <List label={t('leader.topics.merged')}>
      {topic.merged.map(({ id, name }) => (
        <ListRow
          key={id}
          title={name}
          text={t('leader.topics.mergedHere')}
          after={
            <Button size="sm" onPress={() => takeOut(id)} isPending={unmerge.isPending}>
              {t('leader.topics.takeOut')}
            </Button>
          }
        />
      ))}
    </List>
  )
}
