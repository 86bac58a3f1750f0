import { Emblem } from '#ui'
import { useText } from '../text.ts'
import type { Picture } from './picture.ts'
import { shapes } from './shapes.ts'

/** As many groups are told apart in words; more stand in the table. */
const most = 12
const signs = ['●', '■', '◆', '▲']

/** Which colour and shape is which group, and which line is which way. */
export function Legend({ picture: { homes }, isLookedAt }: { picture: Picture; isLookedAt: boolean }) {
  const t = useText()
  return (
    <div className="network-legend">
      <ul aria-label={t('leader.network.legend')}>
        {homes.slice(0, most).map(({ id, name, colour, glyph }, place) => (
          <li key={id}>
            <span aria-hidden="true">{signs[place % shapes]}</span>
            <Emblem colour={colour} glyph={glyph} name={name} size="xs" />
            {name}
          </li>
        ))}
      </ul>
      {isLookedAt && (
        <ul>
          <li>
            <span className="network-line" aria-hidden="true" />
            {t('leader.network.helps')}
          </li>
          <li>
            <span className="network-line" data-way="learns" aria-hidden="true" />
            {t('leader.network.learns')}
          </li>
        </ul>
      )}
    </div>
  )
}
