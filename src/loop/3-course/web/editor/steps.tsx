import { ListTree } from 'lucide-react'
import { Button, Sheet, toast } from '#ui'
import { figuresOf, newBlockId } from '../../document/blocks.ts'
import type { Block, Step } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { StepList } from './step-list.tsx'

interface StepsProps {
  steps: readonly Step[]
  current: string
  onOpen: (id: string) => void
  onChange: (edit: (steps: Step[]) => Step[]) => void
}

const moved = (steps: Step[], from: number, to: number): Step[] => {
  const next = [...steps]
  const [step] = next.splice(from, 1)
  if (step) next.splice(to, 0, step)
  return next
}

/** The steps of a course: at the left of a wide screen, behind a button on a phone. */
export function Steps({ steps, current, onOpen, onChange }: StepsProps) {
  const t = useText()
  const { minutes } = figuresOf({ type: 'doc', content: [...steps] })
  const add = () => {
    const id = newBlockId()
    const paragraph: Block = { type: 'paragraph', attrs: { id: newBlockId() } }
    const step: Step = {
      type: 'step',
      attrs: { id, title: t('course.editor.newStep') },
      content: [paragraph],
    }
    onChange((before) => [...before, step])
    onOpen(id)
  }
  const remove = (id: string) => {
    const [at, gone] = [steps.findIndex(({ attrs }) => attrs.id === id), steps.find((s) => s.attrs.id === id)]
    onChange((before) => before.filter(({ attrs }) => attrs.id !== id))
    const undo = () => onChange((now) => (gone ? now.toSpliced(at, 0, gone) : now))
    toast({ text: t('course.editor.stepRemoved'), undo })
  }
  const list = (close: () => void) => (
    <>
      <p className="editor-figures ui-muted">
        {t('course.editor.stepsFigures', { steps: steps.length, minutes })}
      </p>
      <StepList
        steps={steps}
        current={current}
        onOpen={(id) => {
          onOpen(id)
          close()
        }}
        onAdd={() => {
          add()
          close()
        }}
        onMove={(from, to) => onChange((before) => moved(before, from, to))}
        onRemove={remove}
      />
    </>
  )
  const place = steps.findIndex(({ attrs }) => attrs.id === current)
  return (
    <>
      <div className="editor-steps-beside">{list(() => undefined)}</div>
      <div className="editor-steps-behind">
        <Sheet
          title={t('course.editor.steps')}
          trigger={
            <Button icon={ListTree} size="sm">
              {t('course.editor.stepOf', { number: place + 1, count: steps.length })}
            </Button>
          }
        >
          {(close) => list(close)}
        </Sheet>
      </div>
    </>
  )
}
