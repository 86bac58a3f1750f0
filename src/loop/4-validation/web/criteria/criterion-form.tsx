import { useState } from 'react'
import { Button, Dialog, Form, NumberChoice, Stack, TextArea, TextField } from '#ui'
import { isUsual, judgementLevels, usualPass } from '../../criteria/names.ts'
import type { Criterion, CriterionWords } from '../../criteria.contract.ts'
import { useText } from '../text.ts'
import { useCriteria } from './use-criteria.ts'
import { useCriterionWords, useLevelName, useUsualWords } from './words.ts'

interface CriterionFormProps {
  groupId: string
  /** The criterion that is changed; null for a new one. */
  criterion: Criterion | null
  onClose: () => void
}

/** Says what people judge, what each level is like, and how much it counts. */
export function CriterionForm({ groupId, criterion, onClose }: CriterionFormProps) {
  const t = useText()
  const wordsOf = useCriterionWords()
  const title = criterion
    ? t('validation.criteria.changeWhat', { name: wordsOf(criterion).name })
    : t('validation.criteria.addTitle')
  return (
    <Dialog title={title} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Fields groupId={groupId} criterion={criterion} onClose={onClose} />
    </Dialog>
  )
}

const isSame = (one: CriterionWords, other: CriterionWords) => JSON.stringify(one) === JSON.stringify(other)

function Fields({ groupId, criterion, onClose }: CriterionFormProps) {
  const t = useText()
  const usual = useUsualWords()
  const isCairns = criterion !== null && isUsual(criterion.key)
  const cairns = usual(criterion?.key ?? '')
  const [words, setWords] = useState(criterion?.words ?? cairns)
  const [figures, setFigures] = useState({
    weight: criterion?.weight ?? usualPass,
    passesAt: criterion?.passesAt ?? usualPass,
  })
  const { made, say, isPending, error } = useCriteria(groupId)
  const send = () => {
    if (!criterion) return made({ ...figures, words }, onClose)
    // Words that nobody changed stay Cairn's, which has them in each language.
    const next = { ...criterion, ...figures, words: isCairns && isSame(words, cairns) ? null : words }
    say(next, criterion.from?.id === groupId ? criterion : null, onClose)
  }
  return (
    <Form onSubmit={send} error={error}>
      <Name words={words} onChange={setWords} />
      <Weights figures={figures} onChange={setFigures} isNew={criterion === null} />
      <Levels words={words} onChange={setWords} />
      <Stack gap={8}>
        {isCairns && !isSame(words, cairns) && (
          <Button look="ghost" onPress={() => setWords(cairns)}>
            {t('validation.criteria.usualWords')}
          </Button>
        )}
        <Button type="submit" look="primary" isPending={isPending}>
          {t('validation.criteria.save')}
        </Button>
      </Stack>
    </Form>
  )
}

interface WeightsProps {
  figures: { weight: number; passesAt: number }
  onChange: (next: WeightsProps['figures']) => void
  isNew: boolean
}

/** How much it counts, and from which level a course is good enough. */
function Weights({ figures, onChange, isNew }: WeightsProps) {
  const t = useText()
  const levelName = useLevelName()
  return (
    <>
      <NumberChoice
        label={t('validation.criteria.weight')}
        hint={t('validation.criteria.weightHint')}
        value={figures.weight}
        among={isNew ? [1, 2, 3, 4, 5] : [0, 1, 2, 3, 4, 5]}
        words={(weight) => (weight > 0 ? `${weight}` : t('validation.criteria.weightOf', { weight }))}
        onChange={(weight) => onChange({ ...figures, weight })}
      />
      <NumberChoice
        label={t('validation.criteria.passes')}
        value={figures.passesAt}
        among={[2, 3, 4]}
        words={levelName}
        onChange={(passesAt) => onChange({ ...figures, passesAt })}
      />
    </>
  )
}

interface WordsProps {
  words: CriterionWords
  onChange: (next: CriterionWords) => void
}

/** What it is called, and what to look at. */
function Name({ words, onChange }: WordsProps) {
  const t = useText()
  return (
    <>
      <TextField
        label={t('validation.criteria.name')}
        name="words/name"
        isRequired
        maxLength={80}
        value={words.name}
        onChange={(name) => onChange({ ...words, name })}
      />
      <TextArea
        label={t('validation.criteria.question')}
        name="words/question"
        lines={2}
        isOptional
        maxLength={300}
        value={words.question}
        onChange={(question) => onChange({ ...words, question })}
      />
    </>
  )
}

/** What a course is like on each level, with an example. */
function Levels({ words, onChange }: WordsProps) {
  const t = useText()
  const levelName = useLevelName()
  const setLevel = (at: number, part: Partial<CriterionWords['levels'][number]>) =>
    onChange({ ...words, levels: words.levels.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  return (
    <>
      {judgementLevels.map((level, at) => (
        <Stack key={level} gap={8}>
          <TextArea
            label={t('validation.criteria.levelText', { level: levelName(level) })}
            name={`words/levels/${at}/text`}
            lines={2}
            isRequired
            maxLength={300}
            value={words.levels[at]?.text ?? ''}
            onChange={(text) => setLevel(at, { text })}
          />
          <TextField
            label={t('validation.criteria.levelExample', { level: levelName(level) })}
            name={`words/levels/${at}/example`}
            isOptional
            maxLength={300}
            value={words.levels[at]?.example ?? ''}
            onChange={(example) => setLevel(at, { example })}
          />
        </Stack>
      ))}
    </>
  )
}
