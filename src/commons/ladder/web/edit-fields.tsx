import { compareWords } from '#course/document/words.ts'
import { Words } from '#course/web/index.tsx'
import { Button, Callout, Select, TextArea, TextField } from '#ui'
import type { Given } from './new-content.ts'
import type { Passage } from './passages.ts'
import { useText } from './text.ts'
import { useEdit } from './use-edit.ts'

interface EditFieldsProps {
  passages: readonly Passage[]
  onChange: (given: Given) => void
}

/** Other words for a passage, written over those that stand there. */
export function EditFields({ passages, onChange }: EditFieldsProps) {
  const t = useText()
  const { passage, words, why, write, choose } = useEdit(passages, onChange)
  if (!passage) return <Callout>{t('ladder.edit.none')}</Callout>
  return (
    <>
      {passages.length > 1 && (
        <Select
          label={t('ladder.edit.which')}
          items={passages.map(({ id, words: said }) => ({ id, label: said.slice(0, 80) }))}
          value={passage.id}
          onChange={choose}
        />
      )}
      <TextArea
        label={t('ladder.edit.words')}
        name="words"
        value={words}
        onChange={(next) => write({ words: next })}
        maxLength={20_000}
        lines={4}
        isRequired
        autoFocus
      />
      <Meanwhile
        passage={passage}
        now={passages.find(({ id }) => id === passage.id)}
        onGoOn={(now) => write({ passage: now })}
      />
      {words !== passage.words && (
        <p className="ladder-compare">
          <Words words={compareWords(passage.words, words)} />
        </p>
      )}
      <TextField
        label={t('ladder.edit.why')}
        name="why"
        value={why}
        onChange={(next) => write({ why: next })}
        maxLength={500}
        isOptional
      />
    </>
  )
}

interface MeanwhileProps {
  passage: Passage
  /** The passage as it is published now; undefined where it is gone. */
  now: Passage | undefined
  onGoOn: (now: Passage) => void
}

/** While somebody writes, the next version may come: what stands there now, and the way on with what they wrote. */
function Meanwhile({ passage, now, onGoOn }: MeanwhileProps) {
  const t = useText()
  if (now?.words === passage.words) return null
  if (!now) return <Callout tone="warning">{t('ladder.edit.gone')}</Callout>
  return (
    <Callout tone="warning" title={t('ladder.edit.changed')}>
      <p className="ladder-words">{now.words}</p>
      <Button size="sm" onPress={() => onGoOn(now)}>
        {t('ladder.edit.goOn')}
      </Button>
    </Callout>
  )
}
