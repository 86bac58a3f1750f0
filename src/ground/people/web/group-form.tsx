import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Emblem, Form, PictureChoice, Stack, Switch, sayRefusal, TextField, toast } from '#ui'
import { addGroup, changeGroup, colours, type Group } from '../contract.ts'
import { useText } from './text.ts'

/** The drawings to choose from; a group may carry another that was given to it elsewhere. */
const drawings = [
  ...(['users', 'building-2', 'gauge', 'compass', 'ruler', 'weight', 'thermometer', 'microscope'] as const),
  ...(['flask-conical', 'wrench', 'cog', 'factory', 'cpu', 'circuit-board', 'package', 'truck'] as const),
  ...(['clipboard-check', 'shield-check', 'scale', 'book-open', 'code', 'lightbulb', 'pen-tool'] as const),
  ...(['briefcase', 'banknote', 'handshake', 'headset', 'megaphone', 'globe', 'leaf', 'rocket'] as const),
]

export type GroupLook = Pick<Group, 'id' | 'parentId' | 'name' | 'colour' | 'glyph' | 'private' | 'can'>
type Look = Pick<Group, 'name' | 'glyph' | 'private'> & { colour: (typeof colours)[number] }

interface GroupFormProps {
  group: GroupLook
  /** Adds a group below it, or changes it. */
  kind: 'add' | 'edit'
  onClose: () => void
  onAdded?: ((parentId: string) => void) | undefined
}

/** What a group is called, what it looks like, who may see it. */
export function GroupForm({ group, kind, onClose, onAdded }: GroupFormProps) {
  const t = useText()
  const { name } = group
  const title = kind === 'add' ? t('people.group.addBelow', { name }) : t('people.group.editTitle', { name })
  const [look, setLook] = useState<Look>(() => lookOf(group, kind))
  const { save, isPending, error } = useSave({ group, kind, look, onClose, onAdded })
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={error}>
        <TextField
          label={t('people.group.name')}
          name="name"
          value={look.name}
          onChange={(next) => setLook({ ...look, name: next })}
          maxLength={80}
          isRequired
          autoFocus
        />
        <Pictures look={look} onChange={(part) => setLook({ ...look, ...part })} />
        {group.parentId === null && kind === 'edit' ? null : (
          <Switch
            isSelected={look.private}
            onChange={(next) => setLook({ ...look, private: next })}
            hint={t('people.group.privateHint')}
            isDisabled={kind === 'add' && group.private}
          >
            {t('people.group.private')}
          </Switch>
        )}
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {kind === 'add' ? t('people.group.add') : t('people.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function lookOf(group: GroupLook, kind: GroupFormProps['kind']): Look {
  const colour = colours.find((one) => one === group.colour) ?? 'pine'
  if (kind === 'edit') return { name: group.name, glyph: group.glyph, private: group.private, colour }
  return { name: '', glyph: 'users', private: group.private, colour }
}

function useSave({ group, kind, look, onClose, onAdded }: GroupFormProps & { look: Look }) {
  const t = useText()
  const add = useWrite(addGroup, ['groups'])
  const change = useWrite(changeGroup, ['groups'])
  const params = { groupId: group.id }
  const save = () => {
    if (kind === 'add') {
      const onSuccess = () => {
        toast({ text: t('people.group.added', { name: look.name }), tone: 'success' })
        onAdded?.(group.id)
        onClose()
      }
      return add.mutate({ body: { parentId: group.id, ...look } }, { onSuccess })
    }
    const onSuccess = () => {
      const undo = () => change.mutateAsync({ params, body: lookOf(group, 'edit') }).catch(sayRefusal)
      toast({ text: t('people.group.changed', { name: look.name }), tone: 'success', undo })
      onClose()
    }
    change.mutate({ params, body: look }, { onSuccess })
  }
  const { isPending, error } = kind === 'add' ? add : change
  return { save, isPending, error }
}

function Pictures({ look, onChange }: { look: Look; onChange: (part: Partial<Look>) => void }) {
  const t = useText()
  return (
    <Stack gap={16}>
      <PictureChoice
        label={t('people.group.colour')}
        value={look.colour}
        onChange={(colour) => onChange({ colour })}
        items={colours.map((colour) => ({
          id: colour,
          label: t(`people.colour.${colour}`),
          picture: <Emblem colour={colour} glyph={look.glyph} name={look.name} />,
        }))}
      />
      <PictureChoice
        label={t('people.group.glyph')}
        value={look.glyph}
        onChange={(glyph) => onChange({ glyph })}
        items={drawings.map((glyph) => ({
          id: glyph as string,
          label: t(`people.glyph.${glyph}`),
          picture: <Emblem colour={look.colour} glyph={glyph} name={glyph} />,
        }))}
      />
    </Stack>
  )
}
