import type { CSSProperties } from 'react'
import { hashOf } from './hash.ts'
import { initialsOf } from './initials.ts'

export type AvatarSize = 'xs' | 'sm' | 'md' | 'lg' | 'xl'

export interface AvatarProps {
  /** Gives the colour: the same person is the same colour everywhere. */
  id: string
  name: string
  /** The address of a picture. */
  src?: string | null | undefined
  size?: AvatarSize
  /** A ring says that there is something new to see. */
  hasRing?: boolean
  /** Reads the name aloud; leave out where the name stands beside it. */
  isNamed?: boolean
}

/** A person: a picture, or initials on a colour of their own. */
export function Avatar({ id, name, src, size = 'md', hasRing, isNamed }: AvatarProps) {
  const style = { '--hue': hashOf(id) % 360 } as CSSProperties
  const shown = src ? <img src={src} alt="" loading="lazy" /> : <span>{initialsOf(name)}</span>
  return (
    <span
      className="ui-avatar"
      data-size={size}
      data-ring={hasRing || undefined}
      style={style}
      {...(isNamed ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {shown}
    </span>
  )
}
