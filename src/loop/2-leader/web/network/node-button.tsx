import { Button } from '#ui'
import { useText } from '../text.ts'
import type { Picture } from './picture.ts'

export interface Pointing {
  chosen: number | null
  onChoose: (node: number | null) => void
  /** The table points at one for a moment. */
  onPoint: (node: number | null) => void
}

/** A name in a table: focused it lights up in the picture, pressed it stays so. */
export function NodeButton({
  picture,
  node,
  chosen,
  onChoose,
  onPoint,
}: Pointing & { picture: Picture; node: number }) {
  const t = useText()
  const name = picture.names[node] as string
  return (
    <Button
      look="ghost"
      size="sm"
      className="network-name"
      aria-label={t('leader.network.choose', { name })}
      aria-pressed={chosen === node}
      onFocus={() => onPoint(node)}
      onBlur={() => onPoint(null)}
      onPress={() => onChoose(chosen === node ? null : node)}
    >
      {name}
    </Button>
  )
}
