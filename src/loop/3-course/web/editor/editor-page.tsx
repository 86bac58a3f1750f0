import { type ReactNode, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Dialog, ErrorState, LinkButton, NotFoundState, SkeletonPage, useShortcut } from '#ui'
import { type Draft, getDraft } from '../../contract.ts'
import { objectivesOf } from '../../document/objectives.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { useText } from '../text.ts'
import type { ServerChange } from './autosave.ts'
import { Objectives } from './covers.tsx'
import { EditorHead } from './editor-head.tsx'
import { Guidance } from './guidance.ts'
import { InPlace } from './in-place.tsx'
import type { Written } from './kept.ts'
import { SaveTrouble, TwoTexts } from './save-line.tsx'
import { StepPane } from './step-pane.tsx'
import { Steps } from './steps.tsx'
import { TakenOver } from './taken-over.ts'
import { useReadiness, WantedBlock } from './use-readiness.ts'
import { useWritten } from './use-written.ts'
import './editor.css'

/** What stands in the margin is told: the text as it is now, and how to lead its author to a place in it. */
export interface Desk {
  written: Written
  goTo: (stepId: string, blockId: string | null) => void
  /** Saves what was written last, lets the server change it, and shows what came of it; false while it cannot be saved. */
  takeOver: (change: ServerChange) => Promise<boolean>
}

interface EditorPageProps {
  /** What later stages add: asking for review. `prepare` saves what was written last, and leads to what is not finished. */
  actions: (courseId: string, prepare: () => Promise<boolean>, desk: Desk) => ReactNode
  /** What later stages say about the course: what the charter finds, who reviews it. Stands in the margin. */
  notes: (draft: Draft, desk: Desk) => ReactNode
  /** Whether there are notes is known. They take their place beside the text, which must not jump when they come. */
  areNotesKnown: boolean
}

/** Where a course is written. */
export function EditorPage(props: EditorPageProps) {
  const t = useText()
  const { courseId = '' } = useParams()
  const read = useRead(getDraft, { params: { courseId } }, { once: true })
  if (read.isPending || !props.areNotesKnown) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return <NotFoundState action={<LinkButton href={paths.create}>{t('course.toMine')}</LinkButton>} />
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  return <Workbench key={courseId} draft={read.data} {...props} />
}

const none: never[] = []

function Workbench({ draft, actions, notes }: Omit<EditorPageProps, 'areNotesKnown'> & { draft: Draft }) {
  const t = useText()
  const courseId = draft.course.id
  const work = useWritten(draft)
  const { written, standing, change, flush } = work
  const [isPreviewing, setPreviewing] = useState(false)
  const [current, setCurrent] = useState(written.document.content[0]?.attrs.id ?? '')
  const steps = written.document.content
  const step = steps.find(({ attrs }) => attrs.id === current) ?? steps[0]
  const { prepare, wanted, goTo } = useReadiness(work, setCurrent)
  const objectives = useMemo(() => objectivesOf(written.document), [written.document])
  useShortcut('mod+s', () => void flush(), { label: t('course.editor.saveNow') })
  if (!step) return null
  const isTorn = standing.state === 'elsewhere'
  const desk = { written, goTo, takeOver: work.takeOver }
  return (
    <div className="editor">
      <title>{written.title}</title>
      <EditorHead course={draft.course} state={standing.state} onPreview={() => setPreviewing(true)}>
        {!isTorn && actions(courseId, prepare, desk)}
      </EditorHead>
      {work.isRecovered && <Callout>{t('course.editor.recovered')}</Callout>}
      {isTorn && <TwoTexts onDecide={work.decide} />}
      <SaveTrouble standing={standing} written={written} />
      <h1 className="ui-hidden">{written.title}</h1>
      <div className="editor-about">
        <InPlace
          look="title"
          label={t('course.editor.courseTitle')}
          value={written.title}
          onChange={(title) => change((before) => ({ ...before, title }))}
          maxLength={140}
        />
        <InPlace
          look="objective"
          label={t('course.editor.objective')}
          value={written.objective}
          onChange={(objective) => change((before) => ({ ...before, objective }))}
          maxLength={400}
        />
      </div>
      <div className="editor-room" key={work.round}>
        <Steps steps={steps} current={step.attrs.id} onOpen={setCurrent} onChange={work.setSteps} />
        <aside className="editor-side">{notes(draft, desk)}</aside>
        <WantedBlock value={wanted}>
          <Objectives value={objectives}>
            <Guidance value={draft.template?.parts ?? none}>
              <TakenOver value={work.taken}>
                <Panes courseId={courseId} current={step.attrs.id} work={work} />
              </TakenOver>
            </Guidance>
          </Objectives>
        </WantedBlock>
      </div>
      <Dialog title={step.attrs.title} isOpen={isPreviewing} onOpenChange={setPreviewing} size="lg">
        <Blocks blocks={step.content} stepHref={() => '#'} />
      </Dialog>
    </div>
  )
}

interface PanesProps {
  courseId: string
  current: string
  work: ReturnType<typeof useWritten>
}

/** The step that is written now, and out of sight those whose files are still on their way. */
function Panes({ courseId, current, work }: PanesProps) {
  const [busy, setBusy] = useState<readonly string[]>([])
  return work.written.document.content
    .filter(({ attrs }) => attrs.id === current || busy.includes(attrs.id))
    .map((step) => (
      <StepPane
        key={step.attrs.id}
        courseId={courseId}
        step={step}
        isShown={step.attrs.id === current}
        isOurs={work.isOurs}
        onChange={(part) =>
          work.setSteps((steps) =>
            steps.map((one) => (one.attrs.id === step.attrs.id ? { ...one, ...part(one) } : one)),
          )
        }
        onBusy={(isBusy) =>
          setBusy((before) => {
            const others = before.filter((id) => id !== step.attrs.id)
            return isBusy ? [...others, step.attrs.id] : others
          })
        }
      />
    ))
}
