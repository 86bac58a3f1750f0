import { type ReactNode, type RefObject, useCallback, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Dialog, ErrorState, LinkButton, NotFoundState, SkeletonPage, useShortcut } from '#ui'
import { type Draft, getDraft } from '../../contract.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { useText } from '../text.ts'
import type { ServerChange } from './autosave.ts'
import { EditorHead } from './editor-head.tsx'
import { EditorRoom } from './editor-room.tsx'
import { InPlace } from './in-place.tsx'
import { textOfCourse, type Written } from './kept.ts'
import { NewerTemplate } from './newer-template.tsx'
import { SaveTrouble, TwoTexts } from './save-line.tsx'
import { courseStore } from './stores.ts'
import { useReadiness } from './use-readiness.ts'
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
  return <Desks key={courseId} first={read.data} {...props} />
}

type DesksProps = Omit<EditorPageProps, 'areNotesKnown'> & { first: Draft }

/** The workbench, anew for each text that was made on the server: one that took over what is new in its template. */
function Desks({ first, ...props }: DesksProps) {
  const [{ draft, round }, setDraft] = useState({ draft: first, round: 0 })
  const renew = useCallback((next: Draft) => setDraft((now) => ({ draft: next, round: now.round + 1 })), [])
  const flush = useRef(async () => {})
  return <Workbench key={round} draft={draft} onRenew={renew} flushNow={flush} {...props} />
}

const none: never[] = []

interface WorkbenchProps extends Omit<EditorPageProps, 'areNotesKnown'> {
  draft: Draft
  onRenew: (draft: Draft) => void
  /** Saves what was written last on the workbench that is there. */
  flushNow: RefObject<() => Promise<void>>
}

function Workbench({ draft, actions, notes, onRenew, flushNow }: WorkbenchProps) {
  const t = useText()
  const courseId = draft.course.id
  const [store] = useState(() => courseStore(courseId))
  const work = useWritten(textOfCourse(draft), store)
  const { written, standing, change, flush } = work
  const [isPreviewing, setPreviewing] = useState(false)
  const [current, setCurrent] = useState(written.document.content[0]?.attrs.id ?? '')
  const steps = written.document.content
  const step = steps.find(({ attrs }) => attrs.id === current) ?? steps[0]
  const { prepare, wanted, goTo } = useReadiness(work, setCurrent)
  flushNow.current = flush
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
      {!isTorn && <NewerTemplate draft={draft} flush={flushNow} revision={work.revision} onRenew={onRenew} />}
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
      <EditorRoom
        courseId={courseId}
        current={step.attrs.id}
        onOpen={setCurrent}
        work={work}
        wanted={wanted}
        parts={draft.template?.parts ?? none}
      >
        {notes(draft, desk)}
      </EditorRoom>
      <Dialog title={step.attrs.title} isOpen={isPreviewing} onOpenChange={setPreviewing} size="lg">
        <Blocks blocks={step.content} stepHref={() => '#'} />
      </Dialog>
    </div>
  )
}
