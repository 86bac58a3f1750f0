import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, type Choice, Combobox, Dialog, Emblem, Form, sayRefusal, toast } from '#ui'
import { type Group, listGroups, moveGroup } from '../contract.ts'
import type { GroupLook } from './group-form.tsx'
import { useText } from './text.ts'

/** Chooses where a group shall stand. What is below it comes along, so it cannot go there itself. */
export function GroupMove({ group, onClose }: { group: GroupLook; onClose: () => void }) {
  const t = useText()
  const [target, setTarget] = useState<Choice | null>(null)
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? []
  const move = useWrite(moveGroup, ['groups'])
  const params = { groupId: group.id }
  const { parentId } = group
  const save = () => {
    if (!target) return
    const onSuccess = () => {
      const undo = parentId
        ? () => move.mutateAsync({ params, body: { parentId } }).catch(sayRefusal)
        : undefined
      const text = t('people.group.moved', { name: group.name, target: target.label })
      toast({ text, tone: 'success', undo })
      onClose()
    }
    move.mutate({ params, body: { parentId: target.id } }, { onSuccess })
  }
  return (
    <Dialog title={t('people.group.moveTitle', { name: group.name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={move.error}>
        <Combobox
          label={t('people.group.target')}
          name="parentId"
          hint={t('people.group.targetHint')}
          items={useTargets(groups, group)}
          value={target}
          onChange={setTarget}
          isRequired
          autoFocus
        />
        <div>
          <Button type="submit" look="primary" isPending={move.isPending}>
            {t('people.group.moveHere')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** Every group that the reader administers; those where this one cannot go say why. */
function useTargets(groups: readonly Group[], moving: GroupLook): Choice[] {
  const t = useText()
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]))
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const isWithin = (id: string | null): boolean =>
    id !== null && (id === moving.id || isWithin(parents.get(id) ?? null))
  const why = (group: Group) => {
    if (group.id === moving.id) return t('people.group.isItself')
    if (isWithin(group.id)) return t('people.group.isBelow', { name: moving.name })
    return group.id === moving.parentId ? t('people.group.isThere') : null
  }
  return groups
    .filter(({ can }) => can.manage)
    .map((group) => ({
      id: group.id,
      label: group.name,
      hint: why(group) ?? names.get(group.parentId ?? '') ?? '',
      before: <Emblem colour={group.colour} glyph={group.glyph} name={group.name} size="sm" />,
      isDisabled: why(group) !== null,
    }))
}
