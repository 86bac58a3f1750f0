import { useEffect, useMemo, useState } from 'react'
import type { Layout, ToLayOut } from './layout.ts'
import { type Picture, weightsOf } from './picture.ts'

/** Where everything of a picture stands; null while that is found out, in a thread of its own. */
export function useLayout(picture: Picture): Layout | null {
  const given = useMemo((): ToLayOut => {
    const { home, homes, from, to } = picture
    return { home, homes: homes.length, from, to, weights: weightsOf(picture) }
  }, [picture])
  const [found, setFound] = useState<{ of: ToLayOut; layout: Layout } | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Layout>) => setFound({ of: given, layout: data })
    worker.postMessage(given)
    return () => worker.terminate()
  }, [given])
  return found?.of === given ? found.layout : null
}
