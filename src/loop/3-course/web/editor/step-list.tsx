import { Ellipsis, Plus } from 'lucide-react'
import { Button, IconButton, Menu } from '#ui'
import type { Step } from '../../document/schema.ts'
import { useText } from '../text.ts'

interface StepListProps {
  steps: readonly Step[]
  current: string
  onOpen: (id: string) => void
  onAdd: () => void
  onMove: (from: number, to: number) => void
  onRemove: (id: string) => void
}

/** The steps of a course: open, add, move, remove; all of it by keyboard too. */
export function StepList({ steps, current, onOpen, onAdd, onMove, onRemove }: StepListProps) {
  const t = useText()
  return (
    <nav aria-label={t('course.editor.steps')} className="editor-steps">
      <ol>
        {steps.map(({ attrs }, index) => (
          <li key={attrs.id} data-current={attrs.id === current || undefined}>
            <button
              type="button"
              aria-current={attrs.id === current ? 'step' : undefined}
              onClick={() => onOpen(attrs.id)}
            >
              {attrs.title || t('course.editor.newStep')}
            </button>
            <Menu
              trigger={
                <IconButton
                  icon={Ellipsis}
                  size="sm"
                  look="ghost"
                  label={t('course.editor.stepMenu', { title: attrs.title })}
                />
              }
              items={[
                {
                  id: 'up',
                  label: t('course.editor.up'),
                  isDisabled: index === 0,
                  onAction: () => onMove(index, index - 1),
                },
                {
                  id: 'down',
                  label: t('course.editor.down'),
                  isDisabled: index === steps.length - 1,
                  onAction: () => onMove(index, index + 1),
                },
                {
                  id: 'remove',
                  label: t('course.editor.removeStep'),
                  isDanger: true,
                  isDisabled: steps.length === 1,
                  onAction: () => onRemove(attrs.id),
                },
              ]}
            />
          </li>
        ))}
      </ol>
      <Button size="sm" look="ghost" icon={Plus} onPress={onAdd}>
        {t('course.editor.addStep')}
      </Button>
    </nav>
  )
}
