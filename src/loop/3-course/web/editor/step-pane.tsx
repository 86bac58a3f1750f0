import type { Step } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { InPlace } from './in-place.tsx'
import { StepEditor } from './step-editor.tsx'

interface StepPaneProps {
  courseId: string | null
  step: Step
  isShown: boolean
  /** Changes the step from how it stands at that moment. */
  onChange: (part: (now: Step) => Partial<Step>) => void
  onBusy: (isBusy: boolean) => void
  isOurs: (asset: string) => boolean
}

/** One step: its title and its text. */
export function StepPane({ courseId, step, isShown, onChange, ...told }: StepPaneProps) {
  const t = useText()
  return (
    <div className="editor-pane" hidden={!isShown}>
      <InPlace
        look="step"
        label={t('course.editor.stepTitle')}
        value={step.attrs.title}
        onChange={(title) => onChange((now) => ({ attrs: { ...now.attrs, title } }))}
        maxLength={200}
      />
      <StepEditor
        courseId={courseId}
        blocks={step.content}
        onChange={(content) => onChange(() => ({ content }))}
        {...told}
      />
    </div>
  )
}
