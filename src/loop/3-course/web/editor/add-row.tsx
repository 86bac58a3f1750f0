import { Plus } from 'lucide-react'
import { Button } from '#ui'
import { useText } from '../text.ts'
import { mostRows } from './question-rows.ts'

/** Adds an option or an item to a question that has `count` of them, as long as there is room. */
export function AddRow({ count, onPress }: { count: number; onPress: () => void }) {
  const t = useText()
  return (
    <Button size="sm" look="ghost" icon={Plus} isDisabled={count >= mostRows} onPress={onPress}>
      {t('course.editor.addOption')}
    </Button>
  )
}
