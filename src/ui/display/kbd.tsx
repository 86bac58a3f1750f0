import { Fragment } from 'react'
import { drawnKeys } from '../keys/keys.ts'
import { useText } from '../text/use-text.ts'

/** Keys to press: `mod+k` (Ctrl or Command), `g h` (one after the other). */
export function Kbd({ keys }: { keys: string }) {
  const t = useText()
  const strokes = drawnKeys(keys)
  return (
    <span className="ui-keys">
      {strokes.map((stroke, position) => (
        <Fragment key={stroke.join('+')}>
          {position > 0 && <span className="ui-keys-then">{t('ui.keys.then')}</span>}
          {stroke.map((key) => (
            <kbd key={key} className="ui-kbd">
              {key}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
