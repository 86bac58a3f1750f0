import { Button, Row, TextField } from '#ui'
import type { Anchor, NewAnchor } from '../finding.contract.ts'
import { clock, secondsOf } from './clock.ts'
import type { Passage } from './passage.ts'
import { useRoom } from './room.ts'
import { useText } from './text.ts'

/** What of its block a finding is about, in words; nothing for all of it when it has none. */
export function useWhere(): (about: { quote: string; anchor: Anchor | NewAnchor }) => string {
  const t = useText()
  return ({ quote, anchor }) => {
    switch (anchor.kind) {
      case 'time':
        return anchor.to === null
          ? t('validation.atTime', { time: clock(anchor.from) })
          : t('validation.fromTo', { from: clock(anchor.from), to: clock(anchor.to) })
      case 'point':
        return t('validation.onPoint')
      default:
        return quote && t('validation.on', { quote })
    }
  }
}

/** In the form: what is meant, and how to mean something else. */
export function Where({ passage }: { passage: Passage }) {
  const t = useText()
  const where = useWhere()(passage)
  const { anchor, blockId } = passage
  const { root } = useRoom()
  if (anchor.kind === 'time') return <Times anchor={anchor} />
  if (anchor.kind !== 'point') return where ? <span className="finding-quote">{where}</span> : null
  const focus = () =>
    root.current?.querySelector<HTMLElement>(`[data-block="${blockId}"] [data-setting]`)?.focus()
  return (
    <Row gap={8}>
      <span className="ui-muted">{t('validation.pointHint')}</span>
      <Button size="sm" look="ghost" onPress={focus}>
        {t('validation.moveMarker')}
      </Button>
    </Row>
  )
}

/** From which second, and until which one if it lasts. */
function Times({ anchor }: { anchor: Extract<NewAnchor, { kind: 'time' }> }) {
  const t = useText()
  const { move } = useRoom()
  const { from, to } = anchor
  const check = (written: string) =>
    written !== '' && secondsOf(written) === null ? t('validation.noTime') : null
  const checkEnd = (written: string) =>
    check(written) ?? ((secondsOf(written) ?? from) < from ? t('validation.endsBefore') : null)
  return (
    <div className="finding-times">
      <TextField
        label={t('validation.from')}
        defaultValue={clock(from)}
        check={check}
        isRequired
        onChange={(written) => {
          const second = secondsOf(written)
          if (second !== null) move({ ...anchor, from: second })
        }}
      />
      <TextField
        label={t('validation.until')}
        defaultValue={to === null ? '' : clock(to)}
        check={checkEnd}
        isOptional
        onChange={(written) => move({ ...anchor, to: secondsOf(written) })}
      />
    </div>
  )
}
