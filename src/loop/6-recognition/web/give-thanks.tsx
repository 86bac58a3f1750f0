import { Dialog } from '#ui'
import { useText } from './text.ts'
import { type About, ThanksForm } from './thanks-form.tsx'

export interface GiveThanksProps extends About {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Whom to thank, when the place says it. */
  to?: { id: string; name: string }
}

/** Thanks someone in fifteen seconds: who, and what for. Can be taken back from the message that says so. */
export function GiveThanks({ isOpen, onOpenChange, to, ...about }: GiveThanksProps) {
  const t = useText()
  return (
    <Dialog
      title={to ? t('recognition.giveTo', { name: to.name }) : t('recognition.give')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {isOpen && <ThanksForm to={to} about={about} onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}
