import { useList, useNumber } from '../text/formats.ts'
import { useText } from '../text/use-text.ts'
import { Avatar, type AvatarProps, type AvatarSize } from './avatar.tsx'

export interface AvatarStackProps {
  people: readonly Pick<AvatarProps, 'id' | 'name' | 'src'>[]
  /** How many faces at most; the rest is a number. */
  limit?: number
  /** How many there are in all, when `people` holds only some. */
  total?: number
  size?: AvatarSize
}

/** Several people in little room; all their names are read aloud. */
export function AvatarStack({ people, limit = 4, total = people.length, size = 'sm' }: AvatarStackProps) {
  const t = useText()
  const list = useList()
  const number = useNumber()
  const shown = people.slice(0, limit)
  const rest = total - shown.length
  const names = shown.map(({ name }) => name)
  return (
    <span
      className="ui-avatar-stack"
      role="img"
      aria-label={list(rest > 0 ? [...names, t('ui.more', { count: rest })] : names)}
    >
      {shown.map((person) => (
        <Avatar key={person.id} {...person} size={size} />
      ))}
      {rest > 0 && (
        <span className="ui-avatar ui-avatar-rest" data-size={size}>
          <span>+{number(rest)}</span>
        </span>
      )}
    </span>
  )
}
