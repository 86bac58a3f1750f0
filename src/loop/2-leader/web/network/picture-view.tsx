import { Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { Callout, IconButton, Loading, Skeleton } from '#ui'
import { useText } from '../text.ts'
import type { Picture } from './picture.ts'
import type { Stage } from './stage.ts'
import { useStage } from './use-stage.ts'

interface PictureViewProps {
  picture: Picture
  /** Who is looked at: chosen, or just pointed at in the table. */
  chosen: number | null
  pointed: number | null
  onChoose: (node: number | null) => void
}

const step = 48

const pans = new Map([
  ['ArrowLeft', [step, 0]],
  ['ArrowRight', [-step, 0]],
  ['ArrowUp', [0, step]],
  ['ArrowDown', [0, -step]],
] as const)
const zooms = new Map([
  ['+', 1.4],
  ['=', 1.4],
  ['-', 1 / 1.4],
])

/** Does what a key stands for; false where it does nothing here. */
function onKey(stage: Stage, key: string, letGo: () => void): boolean {
  const pan = (pans as ReadonlyMap<string, readonly [number, number]>).get(key)
  const zoom = zooms.get(key)
  if (pan) stage.pan(...pan)
  else if (zoom) stage.zoom(zoom)
  else if (key === '0') stage.fit()
  else if (key === 'Escape') letGo()
  else return false
  return true
}

/** Moves with what holds it, and tells who is pointed at or pressed. */
function useHold(
  stage: Stage | null,
  onPoint: (node: number | null) => void,
  onChoose: PictureViewProps['onChoose'],
) {
  const held = useRef<{ x: number; y: number; moved: number } | null>(null)
  const spot = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent): [number, number] => [offsetX, offsetY]
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: event.clientX, y: event.clientY, moved: 0 }
    },
    onPointerMove: (event: PointerEvent) => {
      const from = held.current
      if (!from) return onPoint(stage?.at(...spot(event)) ?? null)
      const [x, y] = [event.clientX - from.x, event.clientY - from.y]
      held.current = { x: event.clientX, y: event.clientY, moved: from.moved + Math.abs(x) + Math.abs(y) }
      stage?.pan(x, y)
    },
    onPointerUp: (event: PointerEvent) => {
      if (held.current && held.current.moved < 5) onChoose(stage?.at(...spot(event)) ?? null)
      held.current = null
    },
    onPointerCancel: () => {
      held.current = null
    },
    onPointerLeave: () => onPoint(null),
  }
}

/** A wheel zooms where the picture has the focus, or with Ctrl as two fingers do; else it scrolls the page. */
function useWheel(stage: Stage | null, canvas: HTMLCanvasElement | null) {
  useEffect(() => {
    if (!stage || !canvas) return
    const zoom = (event: WheelEvent) => {
      if (!event.ctrlKey && document.activeElement !== canvas) return
      event.preventDefault()
      stage.zoom(Math.exp(-event.deltaY / 300), [event.offsetX, event.offsetY])
    }
    canvas.addEventListener('wheel', zoom, { passive: false })
    return () => canvas.removeEventListener('wheel', zoom)
  }, [stage, canvas])
}

/** The picture itself, which can be moved by hand, wheel and keyboard. */
export function PictureView({ picture, chosen, pointed, onChoose }: PictureViewProps) {
  const t = useText()
  const { frame, canvas, names, stage, state } = useStage(picture)
  const [hovered, setHovered] = useState<number | null>(null)
  const lookedAt = hovered ?? pointed ?? chosen
  useEffect(() => stage?.lookAt(lookedAt, hovered === null), [stage, lookedAt, hovered])
  useWheel(stage, canvas.current)
  const hold = useHold(stage, setHovered, onChoose)
  const keys = (event: KeyboardEvent) => {
    if (stage && onKey(stage, event.key, () => onChoose(null))) event.preventDefault()
  }
  if (state === 'unable') return <Callout>{t('leader.network.noPicture')}</Callout>
  const label = t('leader.network.picture', { nodes: picture.ids.length, links: picture.from.length })
  return (
    <>
      <div className="network-stage" ref={frame}>
        <canvas ref={canvas} tabIndex={0} role="img" aria-label={label} onKeyDown={keys} {...hold} />
        <div className="network-names" ref={names} aria-hidden="true" />
        {state === 'waiting' && (
          <Loading label={t('leader.network.drawing')}>
            <Skeleton shape="block" height="100%" />
          </Loading>
        )}
      </div>
      <div className="network-zoom">
        <IconButton icon={Plus} label={t('leader.network.zoomIn')} onPress={() => stage?.zoom(1.4)} />
        <IconButton icon={Minus} label={t('leader.network.zoomOut')} onPress={() => stage?.zoom(1 / 1.4)} />
        <IconButton icon={Maximize} label={t('leader.network.fit')} onPress={() => stage?.fit()} />
      </div>
    </>
  )
}
