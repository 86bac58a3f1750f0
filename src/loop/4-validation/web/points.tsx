import { Crosshair } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Button, VisuallyHidden } from '#ui'
import { atPoint } from './passage.ts'
import { useRoom } from './room.ts'
import { elementOf } from './stretch.ts'
import { useText } from './text.ts'
import './anchors.css'

/** What lies on a picture: a number for each finding on a point of it, and the marker that is being set. */
export function Points({ blockId }: { blockId: string }) {
  const t = useText()
  const { placed, passage } = useRoom()
  const found = placed.flatMap(({ finding }) =>
    finding.blockId === blockId && finding.anchor.kind === 'point'
      ? [{ ...finding, at: finding.anchor }]
      : [],
  )
  const isSetting = passage?.blockId === blockId && passage.anchor.kind === 'point'
  if (found.length === 0 && !isSetting) return null
  return (
    <div className="review-points">
      {found.map(({ id, at, severity, resolution, body }, index) => (
        <button
          key={id}
          type="button"
          className="review-point"
          data-marker={id}
          data-severity={severity}
          data-settled={resolution !== null || undefined}
          style={{ insetInlineStart: `${at.x * 100}%`, insetBlockStart: `${at.y * 100}%` }}
          aria-label={t('validation.pointOf', { number: index + 1, words: body.slice(0, 80) })}
          onClick={() => document.getElementById(`finding-${id}`)?.focus()}
        >
          {index + 1}
        </button>
      ))}
      {isSetting && <Marker blockId={blockId} />}
    </div>
  )
}

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The point that is meant: moved by the arrow keys, or by clicking elsewhere on the picture. */
function Marker({ blockId }: { blockId: string }) {
  const t = useText()
  const { passage, move, root } = useRoom()
  if (passage?.anchor.kind !== 'point') return null
  const { x, y } = passage.anchor
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      return root.current?.querySelector<HTMLElement>('.review-beside form textarea')?.focus()
    }
    if (!step) return
    event.preventDefault()
    const size = event.shiftKey ? 0.1 : 0.01
    move(atPoint(blockId, x + step[0] * size, y + step[1] * size).anchor)
  }
  const where = t('validation.pointAt', { x: Math.round(x * 100), y: Math.round(y * 100) })
  return (
    <>
      <button
        type="button"
        className="review-point"
        data-setting
        style={{ insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%` }}
        aria-label={t('validation.marker', { where })}
        onKeyDown={press}
      />
      <VisuallyHidden>
        <span role="status">{where}</span>
      </VisuallyHidden>
    </>
  )
}

/** Under a picture: says something about a point of it, which is set first, from its middle. */
export function PointButton({ blockId }: { blockId: string }) {
  const t = useText()
  const { review, passage, open, root } = useRoom()
  if (!review.can.judge || passage?.blockId === blockId) return null
  const begin = () => {
    flushSync(() => open(atPoint(blockId, 0.5, 0.5)))
    elementOf(root.current, blockId)?.querySelector<HTMLElement>('[data-setting]')?.focus()
  }
  return (
    <Button size="sm" look="ghost" icon={Crosshair} onPress={begin}>
      {t('validation.commentPoint')}
    </Button>
  )
}
