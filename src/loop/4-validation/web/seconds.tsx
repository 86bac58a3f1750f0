import { Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#ui'
import { clock } from './clock.ts'
import { atTime } from './passage.ts'
import { useRoom } from './room.ts'
import { elementOf } from './stretch.ts'
import { useText } from './text.ts'
import './anchors.css'

/** Where a video of the page stands, and how long it is (0 as long as that is not known), in seconds. */
function useVideo(blockId: string) {
  const { root } = useRoom()
  const [state, setState] = useState({ at: 0, length: 0 })
  useEffect(() => {
    const video = elementOf(root.current, blockId)?.querySelector('video')
    if (!video) return
    const look = () =>
      setState({ at: video.currentTime, length: Number.isFinite(video.duration) ? video.duration : 0 })
    const events = ['timeupdate', 'seeked', 'loadedmetadata', 'durationchange'] as const
    look()
    for (const name of events) video.addEventListener(name, look)
    return () => {
      for (const name of events) video.removeEventListener(name, look)
    }
  }, [root, blockId])
  return state
}

/** Under a video: where in it something was found, and the way to say something about the second it stands at. */
export function Seconds({ blockId }: { blockId: string }) {
  const t = useText()
  const { placed, review, passage, open } = useRoom()
  const { at, length } = useVideo(blockId)
  const found = placed.flatMap(({ finding }) =>
    finding.blockId === blockId && finding.anchor.kind === 'time' ? [{ ...finding, at: finding.anchor }] : [],
  )
  const share = (second: number) => `${Math.min(1, second / length) * 100}%`
  return (
    <>
      {length > 0 && found.length > 0 && (
        <div className="review-seconds" aria-hidden="true">
          {found.map(({ id, severity, at: { from, to } }) => (
            <span
              key={id}
              data-severity={severity}
              style={{ insetInlineStart: share(from), inlineSize: share((to ?? from) - from) }}
            />
          ))}
        </div>
      )}
      {review.can.judge && passage?.blockId !== blockId && (
        <Button size="sm" look="ghost" icon={Timer} onPress={() => open(atTime(blockId, at))}>
          {t('validation.commentAt', { time: clock(at) })}
        </Button>
      )}
    </>
  )
}
