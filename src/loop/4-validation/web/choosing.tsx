import { MessageSquarePlus } from 'lucide-react'
import { Button, Kbd, VisuallyHidden } from '#ui'
import { wordsOfBlock } from './passage.ts'
import { useRoom } from './room.ts'
import { rangeOn, type Selected, useSelected } from './stretch.ts'
import { useText } from './text.ts'
import { useWordKeys } from './word-keys.ts'
import './anchors.css'

/** Below words that are selected, by mouse, finger or keys: the way to say something about them. */
export function Choosing() {
  const t = useText()
  const { review, root, texts, open } = useRoom()
  const { selected, hold } = useSelected(root, texts, review.can.judge)
  const comment = (chosen: Selected) => {
    hold(false)
    open(wordsOfBlock(texts, chosen))
    getSelection()?.removeAllRanges()
  }
  const isByKeys = useWordKeys(root, texts, review.can.judge ? comment : null)
  if (!selected) return null
  const said = texts.get(selected.blockId)?.slice(selected.start, selected.end) ?? ''
  return (
    <div
      role="toolbar"
      aria-label={t('validation.chooseWords')}
      className="review-choosing"
      style={placeBelow(root.current, selected)}
      // What is selected stays so while the button is pressed.
      onPointerDown={(event) => {
        event.preventDefault()
        hold(true)
      }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button size="sm" look="primary" icon={MessageSquarePlus} onPress={() => comment(selected)}>
        {t('validation.commentWords')}
      </Button>
      {isByKeys && (
        <small>
          <Kbd keys="left" /> <Kbd keys="right" /> {t('validation.wordKeys')}
        </small>
      )}
      <VisuallyHidden>
        <span role="status">{isByKeys ? said : ''}</span>
      </VisuallyHidden>
    </div>
  )
}

/** Just under the words, within the text around them. */
function placeBelow(root: HTMLElement | null, selected: Selected) {
  const box = rangeOn(root, selected)?.getBoundingClientRect()
  const around = root?.getBoundingClientRect()
  if (!box || !around) return {}
  return {
    insetBlockStart: box.bottom - around.top + 8,
    insetInlineStart: Math.max(8, Math.min(box.left - around.left, around.width - 280)),
  }
}
