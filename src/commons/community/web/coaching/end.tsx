import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, ConfirmDialog, sayRefusal, toast } from '#ui'
import { type Coaching, endCoaching } from '../../coach.contract.ts'
import { useText } from '../text.ts'

/** Ends a coaching, as either of both. */
export function End({ coaching: { id }, other }: { coaching: Coaching; other: string }) {
  const t = useText()
  const end = useWrite(endCoaching, ['coaching'])
  const [isOpen, setOpen] = useState(false)
  const go = () => {
    setOpen(false)
    end.mutate(
      { params: { coachingId: id } },
      { onSuccess: () => toast(t('community.coach.ended')), onError: sayRefusal },
    )
  }
  return (
    <>
      <Button onPress={() => setOpen(true)} aria-label={t('community.coach.endOf', { name: other })}>
        {t('community.coach.end')}
      </Button>
      <ConfirmDialog
        title={t('community.coach.end')}
        action={t('community.coach.end')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        isPending={end.isPending}
        onConfirm={go}
      >
        {t('community.coach.endText')}
      </ConfirmDialog>
    </>
  )
}
