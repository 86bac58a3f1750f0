import { badgeAddress, type Drawing } from '../../badges/draw.ts'

interface BadgePictureProps {
  drawing: Drawing
  level: number
  levels: number
  /** What it is called, where that does not stand beside it. */
  name?: string
  size?: number
}

/** A badge, drawn. */
export const BadgePicture = ({ drawing, level, levels, name = '', size = 96 }: BadgePictureProps) => (
  <img
    className="badge-picture"
    src={badgeAddress(drawing, { level, levels }, name)}
    alt={name}
    width={size}
    height={size}
  />
)
