import { useMemo } from 'react'
import { useRead } from '#platform/web/use'
import { Callout, Chip, ErrorState, Row, Select, SkeletonText, Stack } from '#ui'
import { getDraft } from '../contract.ts'
import { type BlockChange, compareDocuments, type StepChange } from '../document/changes.ts'
import type { CourseDocument } from '../document/schema.ts'
import { getVersion } from '../versions.contract.ts'
import { useText } from './text.ts'
import { Words } from './words.tsx'
import './versions.css'

/** A text of a course: a version by its number, or the working copy. */
export type Chosen = number | 'draft'

interface CompareProps {
  courseId: string
  numbers: readonly number[]
  before: Chosen
  after: Chosen
  onChoose: (before: Chosen, after: Chosen) => void
}

const chosen = (id: string): Chosen => (id === 'draft' ? id : Number(id))

/** Two texts of a course, and what became of the one in the other. */
export function CompareVersions({ courseId, numbers, before, after, onChoose }: CompareProps) {
  const t = useText()
  const items = [
    { id: 'draft', label: t('course.compare.draft') },
    ...numbers.map((number) => ({ id: String(number), label: t('course.version', { number }) })),
  ]
  return (
    <Stack gap={16}>
      <Row gap={12} align="end">
        <Select
          label={t('course.compare.before')}
          items={items}
          value={String(before)}
          onChange={(id) => onChoose(chosen(id), after)}
        />
        <Select
          label={t('course.compare.after')}
          items={items}
          value={String(after)}
          onChange={(id) => onChoose(before, chosen(id))}
        />
      </Row>
      <Differences courseId={courseId} before={before} after={after} />
    </Stack>
  )
}

/** The text that was chosen, however it is stored. */
function useChosen(courseId: string, choice: Chosen) {
  const isDraft = choice === 'draft'
  const topics = [`draft:${courseId}`]
  const draft = useRead(getDraft, { params: { courseId } }, { enabled: isDraft, topics })
  const params = { courseId, number: isDraft ? 1 : choice }
  const version = useRead(getVersion, { params }, { enabled: !isDraft })
  const { data, error, refetch } = isDraft ? draft : version
  return { document: data?.document, error, refetch }
}

interface DifferencesProps {
  courseId: string
  before: Chosen
  after: Chosen
}

function Differences({ courseId, before, after }: DifferencesProps) {
  const t = useText()
  const old = useChosen(courseId, before)
  const now = useChosen(courseId, after)
  const failed = [old, now].find(({ error }) => error)
  if (failed) return <ErrorState onRetry={() => void failed.refetch()}>{failed.error?.message}</ErrorState>
  if (!old.document || !now.document) return <SkeletonText lines={6} />
  if (before === after) return <Callout>{t('course.compare.same')}</Callout>
  return <Changes before={old.document} after={now.document} />
}

function Changes({ before, after }: { before: CourseDocument; after: CourseDocument }) {
  const t = useText()
  const steps = useMemo(() => compareDocuments(before, after), [before, after])
  if (steps.length === 0) return <Callout>{t('course.compare.none')}</Callout>
  const count = steps.reduce((sum, { blocks }) => sum + blocks.length, 0)
  return (
    <section aria-label={t('course.compare')}>
      <p className="ui-muted" role="status">
        {t('course.compare.count', { blocks: count, steps: steps.length })}
      </p>
      {steps.map((step) => (
        <StepChanges key={step.id} step={step} />
      ))}
    </section>
  )
}

const tones = { added: 'success', removed: 'danger', changed: 'gold' } as const

function StepChanges({ step }: { step: StepChange }) {
  const t = useText()
  return (
    <article className="course-changes">
      <Row gap={8}>
        <h2>
          <Words words={step.title} />
        </h2>
        {step.kind !== 'changed' && (
          <Chip tone={tones[step.kind]}>{t(`course.compare.step.${step.kind}`)}</Chip>
        )}
      </Row>
      {step.blocks.map((block) => (
        <OneChange key={block.id} block={block} />
      ))}
    </article>
  )
}

function OneChange({ block }: { block: BlockChange }) {
  const t = useText()
  return (
    <div className="course-change" data-kind={block.kind} data-type={block.type}>
      <Chip tone={tones[block.kind]}>{t(`course.compare.block.${block.kind}`)}</Chip>
      {block.words.length > 0 ? (
        <p>
          <Words words={block.words} />
        </p>
      ) : (
        <p className="ui-muted">{t('course.compare.noWords')}</p>
      )}
    </div>
  )
}
