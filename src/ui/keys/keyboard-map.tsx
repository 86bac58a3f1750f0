import { useState } from 'react'
import { Kbd } from '../display/kbd.tsx'
import { Dialog } from '../overlays/dialog.tsx'
import { useText } from '../text/use-text.ts'
import { type Shortcut, useShortcut, useShortcuts } from './shortcuts.ts'

/** The window that lists every key; `?` opens it. Stands once, in the frame around the pages. */
export function KeyboardMap() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  useShortcut('?', () => setOpen(true), { label: t('ui.keys.map') })
  return (
    <Dialog title={t('ui.keys')} isOpen={isOpen} onOpenChange={setOpen}>
      <KeyList />
    </Dialog>
  )
}

function KeyList() {
  const t = useText()
  const groups = Map.groupBy(useShortcuts(), ({ group }) => group ?? t('ui.keys.everywhere'))
  return (
    <>
      <p className="ui-muted">{t('ui.keys.text')}</p>
      {[...groups].map(([title, shortcuts]) => (
        <section key={title} className="ui-key-group">
          <h3>{title}</h3>
          <dl>
            {latestOfEach(shortcuts).map(({ keys, label }) => (
              <div key={keys}>
                <dt>{label}</dt>
                <dd>
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

/** A key that was taken over is listed once, with what it does now. */
function latestOfEach(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()]
}
