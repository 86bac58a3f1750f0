import { type ReactNode, useMemo } from 'react'
import { classNames } from '../class-names.ts'
import { coverScene } from './cover-scene.ts'

export interface CoverProps {
  /** Decides the picture. */
  id: string
  /** A picture that someone chose instead. */
  src?: string | null | undefined
  /** Over the picture, at its foot, in light letters: a title. */
  children?: ReactNode
  className?: string
}

/** The picture of something that has none: stones by a path, different for every id. Decorative. */
export function Cover({ id, src, children, className }: CoverProps) {
  return (
    <div className={classNames('ui-cover', className)}>
      {src ? <img src={src} alt="" loading="lazy" /> : <Scene id={id} />}
      {children && <div className="ui-cover-words">{children}</div>}
    </div>
  )
}

function Scene({ id }: { id: string }) {
  const { palette, sun, land, far, stones } = useMemo(() => coverScene(id), [id])
  return (
    <svg viewBox="0 0 640 300" preserveAspectRatio="xMidYMax slice" aria-hidden="true" data-palette={palette}>
      <rect className="ui-cover-sky" width="640" height="300" />
      {sun.look === 'halo' && <circle className="ui-cover-halo" cx={sun.x} cy={sun.y} r={sun.radius * 1.5} />}
      <circle className="ui-cover-sun" data-look={sun.look} cx={sun.x} cy={sun.y} r={sun.radius} />
      <path className="ui-cover-land" data-layer="0" d={land[0]} />
      {far.map((path) => (
        <path key={path} className="ui-cover-far" d={path} />
      ))}
      <path className="ui-cover-land" data-layer="1" d={land[1]} />
      {stones.map((path, stone) => (
        <path key={path} className="ui-cover-stone" data-stone={stone} d={path} />
      ))}
    </svg>
  )
}
