import { Copy, Ellipsis, LibraryBig, Pencil, Trash2 } from 'lucide-react'
import { Button, IconButton, Menu, type MenuAction, Popover, Row, toast } from '#ui'
import { useText } from './samples.ts'

const placements = [
  { placement: 'bottom', words: 'dev.below' },
  { placement: 'bottom start', words: 'dev.belowStart' },
  { placement: 'bottom end', words: 'dev.belowEnd' },
  { placement: 'top', words: 'dev.above' },
  { placement: 'top start', words: 'dev.aboveStart' },
  { placement: 'top end', words: 'dev.aboveEnd' },
] as const

/** Menus and popovers, above and below their button. */
export function Menus() {
  const t = useText()
  const lines = useLines()
  return (
    <>
      <Row gap={8}>
        <DraftMenu />
        {placements.map(({ placement, words }) => (
          <Menu
            key={placement}
            trigger={<Button size="sm">{t('dev.menuAt', { place: t(words) })}</Button>}
            placement={placement}
            items={lines}
          />
        ))}
      </Row>
      <Row gap={8}>
        {placements.map(({ placement, words }) => (
          <Popover
            key={placement}
            trigger={
              <Button size="sm" look="line">
                {t('dev.popoverAt', { place: t(words) })}
              </Button>
            }
            label={t('dev.popover')}
            placement={placement}
          >
            <p className="dev-narrow">{t('dev.dialogText')}</p>
          </Popover>
        ))}
      </Row>
    </>
  )
}

function useLines(): MenuAction[] {
  const t = useText()
  return [
    {
      id: 'rename',
      label: t('dev.rename'),
      icon: Pencil,
      keys: 'e',
      onAction: () => toast(t('dev.toastText')),
    },
    { id: 'copy', label: t('dev.duplicate'), icon: Copy, hint: t('dev.duplicateHint') },
    { id: 'list', label: t('dev.go'), icon: LibraryBig, href: '/dev/ui' },
    { id: 'publish', label: t('dev.disabled'), isDisabled: true },
    { id: 'delete', label: t('dev.danger'), icon: Trash2, isDanger: true },
  ]
}

function DraftMenu() {
  const t = useText()
  const lines = useLines()
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={t('dev.openMenu')} />}
      groups={[
        { id: 'change', title: t('dev.menuTitle'), items: lines.slice(0, -1) },
        { id: 'remove', items: lines.slice(-1) },
      ]}
    />
  )
}
