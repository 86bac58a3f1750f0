import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { IconButton, Stack, TextField } from '#ui'
import { newBlockId } from '../../document/blocks.ts'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { AddRow } from './add-row.tsx'
import { fewestRows, useRows } from './question-rows.ts'

type OrderQuestion = Extract<Question, { kind: 'ordering' }>

interface ItemsProps {
  question: OrderQuestion
  onChange: (part: object) => void
}

/** What learners bring into order, written in the right one. */
export function Items({ question: { items }, onChange }: ItemsProps) {
  const t = useText()
  const { list, add, remove, move } = useRows(items, (next) => onChange({ items: next }))
  const write = (id: string, text: string) =>
    onChange({ items: items.map((one) => (one.id === id ? { id, text } : one)) })
  return (
    <Stack gap={8}>
      <p className="ui-muted">{t('course.editor.rightOrder')}</p>
      <div ref={list} className="editor-options">
        {items.map(({ id, text }, index) => {
          const number = index + 1
          const button = { size: 'sm', look: 'ghost' } as const
          return (
            <div key={id} className="editor-item" data-row>
              <TextField
                label={t('course.editor.item', { number })}
                isLabelHidden
                placeholder={t('course.editor.item', { number })}
                value={text}
                onChange={(words) => write(id, words)}
                maxLength={1000}
              />
              <div className="editor-option-does">
                <IconButton
                  {...button}
                  icon={ArrowUp}
                  label={t('course.editor.itemUp', { number })}
                  isDisabled={index === 0}
                  onPress={() => move(index, index - 1)}
                />
                <IconButton
                  {...button}
                  icon={ArrowDown}
                  label={t('course.editor.itemDown', { number })}
                  isDisabled={index === items.length - 1}
                  onPress={() => move(index, index + 1)}
                />
                <IconButton
                  {...button}
                  icon={Trash2}
                  label={t('course.editor.removeItem', { number })}
                  isDisabled={items.length <= fewestRows}
                  onPress={() => remove(index)}
                />
              </div>
            </div>
          )
        })}
      </div>
      <AddRow count={items.length} onPress={() => add({ id: newBlockId(), text: '' })} />
    </Stack>
  )
}
