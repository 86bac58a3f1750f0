import { useRead } from '#platform/web/use'
import { Dialog, ErrorState, Muted, SkeletonRows, Stack, useDate } from '#ui'
import { getCommendation } from '../../commendation.contract.ts'
import { useText } from '../text.ts'
import { ThanksForm } from '../thanks-form.tsx'

interface CommendProps {
  to: { id: string; name: string }
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Commends one person, beginning from what they did since somebody last has. */
export function Commend({ to, isOpen, onOpenChange }: CommendProps) {
  const t = useText()
  return (
    <Dialog
      title={t('commendation.commendTo', { name: to.name })}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {isOpen && <Begun to={to} onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}

function Begun({ to, onDone }: { to: CommendProps['to']; onDone: () => void }) {
  const t = useText()
  const date = useDate()
  const read = useRead(getCommendation, { params: { memberId: to.id } })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (!read.data) return <SkeletonRows rows={3} />
  const { suggestion } = read.data
  if (!suggestion) return <p>{t('problem.kudos.not-superior')}</p>
  const since = { date: date(suggestion.since) }
  return (
    <Stack gap={12}>
      <Muted>
        {t('commendation.lead')} {!suggestion.text && t('commendation.nothing', since)}
      </Muted>
      <ThanksForm to={to} about={{}} onDone={onDone} beginning={suggestion.text} />
    </Stack>
  )
}
