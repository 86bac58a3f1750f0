import { UserCheck, UserX } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { ConfirmDialog, type MenuAction, sayRefusal, toast } from '#ui'
import { endMembership, returnMember } from '../contract.ts'
import { useText } from './text.ts'

interface Who {
  id: string
  name: string
}

/** Ends somebody's membership after asking, with a way back; and brings back who left. */
export function useDeparture() {
  const t = useText()
  const [leaving, setLeaving] = useState<Who | null>(null)
  const end = useWrite(endMembership, ['people', 'groups'])
  const bringBack = useWrite(returnMember, ['people', 'groups'])
  const back = ({ id, name }: Who) => {
    const onSuccess = () => void toast({ text: t('people.departure.returned', { name }), tone: 'success' })
    bringBack.mutateAsync({ params: { memberId: id } }).then(onSuccess, sayRefusal)
  }
  const confirm = (who: Who) => {
    const onSuccess = () =>
      void toast({ text: t('people.departure.done', { name: who.name }), undo: () => back(who) })
    end
      .mutateAsync({ params: { memberId: who.id } })
      .then(onSuccess, sayRefusal)
      .finally(() => setLeaving(null))
  }
  const itemsFor = (who: Who, hasLeft: boolean): MenuAction[] =>
    hasLeft
      ? [{ id: 'back', label: t('people.departure.return'), icon: UserCheck, onAction: () => back(who) }]
      : [
          {
            id: 'end',
            label: t('people.departure.end'),
            icon: UserX,
            isDanger: true,
            onAction: () => setLeaving(who),
          },
        ]
  const dialog = leaving && (
    <ConfirmDialog
      title={t('people.departure.title', { name: leaving.name })}
      isOpen
      onOpenChange={() => setLeaving(null)}
      action={t('people.departure.end')}
      isDanger
      isPending={end.isPending}
      onConfirm={() => confirm(leaving)}
    >
      {t('people.departure.text')}
    </ConfirmDialog>
  )
  return { itemsFor, dialog }
}
