import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Size } from './camera.ts'
import type { Picture } from './picture.ts'
import { type Stage, stageOf } from './stage.ts'
import { useLayout } from './use-layout.ts'

function useSize(of: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    const element = of.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {}
      setSize(width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return size
}

/** The stage of a picture, as soon as it is laid out; what came of it: it is being laid out, drawn, or cannot be drawn. */
export function useStage(picture: Picture) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const names = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const layout = useLayout(picture)
  const [stage, setStage] = useState<Stage | null>(null)
  const [isUnable, setUnable] = useState(false)
  useEffect(() => {
    if (!canvas.current || !names.current || !layout || !size) return
    const made = stageOf({ canvas: canvas.current, names: names.current, picture, layout, frame: size })
    setStage(made)
    if (!made) setUnable(true)
    const lost = () => setUnable(true)
    const element = canvas.current
    element.addEventListener('webglcontextlost', lost)
    return () => {
      element.removeEventListener('webglcontextlost', lost)
      made?.end()
    }
  }, [picture, layout, size])
  const state: 'waiting' | 'drawn' | 'unable' = isUnable ? 'unable' : stage ? 'drawn' : 'waiting'
  return { frame, canvas, names, stage, state }
}
