import { Archive, FolderInput, PenLine, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useWrite } from '#platform/web/use'
import { type MenuAction, sayRefusal, toast } from '#ui'
import { archiveGroup, restoreGroup } from '../group.contract.ts'
import { GroupForm, type GroupLook } from './group-form.tsx'
import { GroupMove } from './group-move.tsx'
import { useText } from './text.ts'

interface Happenings {
  /** A group was added below this one. */
  onAdded?: (parentId: string) => void
  onArchived?: () => void
}

/** What can be done with a group, as lines of a menu, and the windows that they open. */
export function useGroupActions({ onAdded, onArchived }: Happenings = {}) {
  const t = useText()
  const [act, setAct] = useState<{ kind: 'add' | 'edit' | 'move'; group: GroupLook } | null>(null)
  const archive = useArchive(onArchived)
  const close = () => setAct(null)
  const add = (group: GroupLook) => setAct({ kind: 'add', group })
  const itemsFor = (group: GroupLook): MenuAction[] => {
    if (!group.can.manage) return []
    const open = (kind: 'add' | 'edit' | 'move') => () => setAct({ kind, group })
    const always: MenuAction[] = [
      { id: 'add', label: t('people.group.add'), icon: Plus, onAction: open('add') },
      { id: 'edit', label: t('people.group.edit'), icon: PenLine, onAction: open('edit') },
    ]
    if (group.parentId === null) return always
    return [
      ...always,
      { id: 'move', label: t('people.group.move'), icon: FolderInput, onAction: open('move') },
      { id: 'archive', label: t('people.group.archive'), icon: Archive, onAction: () => archive(group) },
    ]
  }
  let dialogs: ReactNode = null
  if (act?.kind === 'move') dialogs = <GroupMove group={act.group} onClose={close} />
  else if (act) dialogs = <GroupForm group={act.group} kind={act.kind} onClose={close} onAdded={onAdded} />
  return { itemsFor, add, dialogs }
}

function useArchive(onArchived?: () => void) {
  const t = useText()
  const archive = useWrite(archiveGroup, ['groups'])
  const restore = useWrite(restoreGroup, ['groups'])
  return ({ id, name }: GroupLook) => {
    const params = { groupId: id }
    const undo = () => restore.mutateAsync({ params }).catch(sayRefusal)
    const onSuccess = () => {
      toast({ text: t('people.group.archived', { name }), undo })
      onArchived?.()
    }
    archive.mutateAsync({ params }).then(onSuccess, sayRefusal)
  }
}
