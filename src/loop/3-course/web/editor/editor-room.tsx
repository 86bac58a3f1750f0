import { type ReactNode, useMemo, useState } from 'react'
import { objectivesOf } from '../../document/objectives.ts'
import type { Part } from '../../document/parts.ts'
import { Objectives } from './covers.tsx'
import { Guidance } from './guidance.ts'
import { StepPane } from './step-pane.tsx'
import { Steps } from './steps.tsx'
import { TakenOver } from './taken-over.ts'
import { type useReadiness, WantedBlock } from './use-readiness.ts'
import type { useWritten } from './use-written.ts'

interface EditorRoomProps {
  /** Whose files the text may hold; null where it holds none. */
  courseId: string | null
  /** The id of the step that is written now. */
  current: string
  onOpen: (stepId: string) => void
  work: ReturnType<typeof useWritten>
  wanted: ReturnType<typeof useReadiness>['wanted']
  /** What a template asks for. */
  parts: readonly Part[]
  /** What is said beside the text. */
  children: ReactNode
}

/** Where a text is written step by step, and what is said beside it. */
export function EditorRoom({ courseId, current, onOpen, work, wanted, parts, children }: EditorRoomProps) {
  const { document } = work.written
  const objectives = useMemo(() => objectivesOf(document), [document])
  return (
    <div className="editor-room" key={work.round}>
      <Steps steps={document.content} current={current} onOpen={onOpen} onChange={work.setSteps} />
      <aside className="editor-side">{children}</aside>
      <WantedBlock value={wanted}>
        <Objectives value={objectives}>
          <Guidance value={parts}>
            <TakenOver value={work.taken}>
              <Panes courseId={courseId} current={current} work={work} />
            </TakenOver>
          </Guidance>
        </Objectives>
      </WantedBlock>
    </div>
  )
}

interface PanesProps {
  courseId: string | null
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
