import type { AvatarSize } from './avatar.tsx'
import { glyphs } from './glyphs.ts'
import { hashOf } from './hash.ts'
import { initialsOf } from './initials.ts'

/** The colours a group of people may carry. */
export const emblemColours = ['pine', 'amber', 'slate', 'plum', 'moss', 'sea', 'clay', 'ochre'] as const
export type EmblemColour = (typeof emblemColours)[number]

export interface EmblemProps {
  /** One of `emblemColours`; another word gets one of them, always the same. */
  colour: string
  /** One of `glyphNames`; without a drawing of that name the initials stand in. */
  glyph?: string | undefined
  name: string
  size?: AvatarSize
  /** Reads the name aloud; leave out where the name stands beside it. */
  isNamed?: boolean
}

/** A group of people: a colour and a drawing, never the colour alone. */
export function Emblem({ colour, glyph, name, size = 'md', isNamed }: EmblemProps) {
  const Glyph = glyph ? glyphs[glyph] : undefined
  return (
    <span
      className="ui-emblem"
      data-size={size}
      data-colour={knownColour(colour)}
      {...(isNamed ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {Glyph ? <Glyph aria-hidden="true" /> : <span>{initialsOf(name)}</span>}
    </span>
  )
}

function knownColour(colour: string): EmblemColour {
  const known = emblemColours.find((one) => one === colour)
  return known ?? emblemColours[hashOf(colour) % emblemColours.length] ?? 'pine'
}
