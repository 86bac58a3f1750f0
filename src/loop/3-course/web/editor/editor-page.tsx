import { Check, CloudOff, Eye, History } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Button,
  Callout,
  Dialog,
  ErrorState,
  LinkButton,
  NotFoundState,
  SkeletonText,
  TextField,
  toast,
} from '#ui'
import { type Draft, getDraft } from '../../contract.ts'
import { figuresOf, newBlockId } from '../../document/blocks.ts'
import type { Block, Step } from '../../document/schema.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { useText } from '../text.ts'
import { keptDraft, type SaveState, useAutosave, type Written } from './autosave.ts'
import { StepEditor } from './step-editor.tsx'
import { StepList } from './step-list.tsx'
import './editor.css'

interface EditorPageProps {
  /** What later stages add: asking for review. `flush` saves what was written last. */
  actions: (courseId: string, flush: () => Promise<void>) => ReactNode
  /** What later stages say about the course: who reviews it, what they found. */
  notes: (courseId: string) => ReactNode
}

/** Where a course is written. */
export function EditorPage(props: EditorPageProps) {
  const { courseId = '' } = useParams()
  const read = useRead(getDraft, { params: { courseId } }, { once: true })
  if (read.isPending) return <SkeletonText lines={8} />
  if (read.error?.problem.status === 404) return <NotFoundState />
  if (read.error)
    return <ErrorState onRetry={() => void read.refetch()}>{read.error.problem.detail}</ErrorState>
  return <Workbench key={courseId} draft={read.data} {...props} />
}

function writtenOf({ course, document }: Draft): Written {
  const { title, objective, tags, language } = course
  return { title, objective, tags, language, document }
}

function Workbench({ draft, actions, notes }: EditorPageProps & { draft: Draft }) {
  const t = useText()
  const courseId = draft.course.id
  const [kept] = useState(() => keptDraft(draft))
  const [written, setWritten] = useState<Written>(() => kept ?? writtenOf(draft))
  const [current, setCurrent] = useState(written.document.content[0]?.attrs.id ?? '')
  const [isPreviewing, setPreviewing] = useState(false)
  const { state, detail, write, flush } = useAutosave(draft)
  const change = (part: Partial<Written>) =>
    setWritten((before) => {
      const next = { ...before, ...part }
      write(next)
      return next
    })
  const steps = written.document.content
  const setSteps = (content: Step[]) => change({ document: { type: 'doc', content } })
  const step = steps.find(({ attrs }) => attrs.id === current) ?? steps[0]
  if (!step) return null
  return (
    <div className="editor">
      <title>{written.title}</title>
      <header className="editor-head">
        <SaveLine state={state} detail={detail} />
        <LinkButton icon={History} look="ghost" href={linkTo(paths.versions, { courseId })}>
          {t('course.editor.versions')}
        </LinkButton>
        <Button icon={Eye} look="line" onPress={() => setPreviewing(true)}>
          {t('course.editor.preview')}
        </Button>
        {actions(courseId, flush)}
      </header>
      {kept && <Callout>{t('course.editor.recovered')}</Callout>}
      {notes(courseId)}
      <h1 className="ui-hidden">{written.title}</h1>
      <div className="editor-about">
        <TextField
          label={t('course.editor.courseTitle')}
          value={written.title}
          onChange={(title) => change({ title })}
          maxLength={140}
        />
        <TextField
          label={t('course.editor.objective')}
          value={written.objective}
          onChange={(objective) => change({ objective })}
          maxLength={400}
        />
      </div>
      <div className="editor-room">
        <Steps steps={steps} current={step.attrs.id} onOpen={setCurrent} onChange={setSteps} />
        <StepPane
          key={step.attrs.id}
          courseId={courseId}
          step={step}
          onChange={(changed) =>
            setSteps(steps.map((one) => (one.attrs.id === changed.attrs.id ? changed : one)))
          }
        />
      </div>
      <Dialog title={step.attrs.title} isOpen={isPreviewing} onOpenChange={setPreviewing} size="lg">
        <Blocks blocks={step.content} stepHref={() => '#'} />
      </Dialog>
    </div>
  )
}

function SaveLine({ state, detail }: { state: SaveState; detail: string }) {
  const t = useText()
  if (state === 'elsewhere') {
    const reload = (
      <Button size="sm" onPress={() => window.location.reload()}>
        {t('course.editor.reload')}
      </Button>
    )
    return (
      <Callout tone="warning" action={reload}>
        {t('course.editor.elsewhere')}
      </Callout>
    )
  }
  if (state === 'refused') return <Callout tone="danger">{t('course.editor.refused', { detail })}</Callout>
  const Icon = state === 'offline' ? CloudOff : Check
  return (
    <span className="editor-saved" role="status" data-state={state}>
      <Icon size={16} aria-hidden="true" /> {t(`course.editor.${state}`)}
    </span>
  )
}

interface StepsProps {
  steps: Step[]
  current: string
  onOpen: (id: string) => void
  onChange: (steps: Step[]) => void
}

function Steps({ steps, current, onOpen, onChange }: StepsProps) {
  const t = useText()
  const { minutes } = figuresOf({ type: 'doc', content: steps })
  const add = () => {
    const id = newBlockId()
    const paragraph: Block = { type: 'paragraph', attrs: { id: newBlockId() } }
    onChange([
      ...steps,
      { type: 'step', attrs: { id, title: t('course.editor.newStep') }, content: [paragraph] },
    ])
    onOpen(id)
  }
  const move = (from: number, to: number) => {
    const next = [...steps]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(to, 0, moved)
    onChange(next)
  }
  const remove = (id: string) => {
    onChange(steps.filter(({ attrs }) => attrs.id !== id))
    toast({ text: t('course.editor.stepRemoved'), undo: () => onChange(steps) })
  }
  return (
    <div>
      <p className="ui-muted">{t('course.editor.stepsFigures', { steps: steps.length, minutes })}</p>
      <StepList steps={steps} current={current} onOpen={onOpen} onAdd={add} onMove={move} onRemove={remove} />
    </div>
  )
}

interface StepPaneProps {
  courseId: string
  step: Step
  onChange: (step: Step) => void
}

function StepPane({ courseId, step, onChange }: StepPaneProps) {
  const t = useText()
  const { attrs, content } = step
  const [title, setTitle] = useState(attrs.title)
  return (
    <div className="editor-pane">
      <TextField
        label={t('course.editor.stepTitle')}
        value={title}
        onChange={(words) => {
          setTitle(words)
          onChange({ ...step, attrs: { ...attrs, title: words } })
        }}
        maxLength={200}
      />
      <StepEditor
        courseId={courseId}
        blocks={content}
        onChange={(blocks) => onChange({ ...step, attrs: { ...attrs, title }, content: blocks })}
      />
    </div>
  )
}
