import { PictureChoice } from '#ui'
import { colourNames, type Drawing, shapeNames, trimNames } from '../../badges/draw.ts'
import { symbolNames } from '../../badges/symbols.ts'
import { BadgePicture } from './picture.tsx'
import { useText } from './text.ts'

interface DrawingFieldsProps {
  value: Drawing
  /** How many levels the badge has: what grows with them is shown at the highest. */
  levels: number
  onChange: (drawing: Drawing) => void
}

const choices = { shape: shapeNames, colour: colourNames, symbol: symbolNames, trim: trimNames } as const
const kinds = ['symbol', 'shape', 'colour', 'trim'] as const

/** How a badge looks: each choice is shown as the badge would be with it. */
export function DrawingFields({ value, levels, onChange }: DrawingFieldsProps) {
  const t = useText()
  return (
    <>
      {kinds.map((kind) => (
        <PictureChoice
          key={kind}
          label={t(`badge.${kind}`)}
          items={choices[kind].map((id) => ({
            id,
            label: t(`badge.${kind}.${id}` as Parameters<typeof t>[0]),
            picture: (
              <BadgePicture
                drawing={{ ...value, ...(kind === 'trim' ? {} : { trim: 'ring' }), [kind]: id }}
                level={kind === 'trim' ? levels : 1}
                levels={kind === 'trim' ? levels : 1}
                size={44}
              />
            ),
          }))}
          value={value[kind]}
          onChange={(id) => onChange({ ...value, [kind]: id } as Drawing)}
        />
      ))}
    </>
  )
}
