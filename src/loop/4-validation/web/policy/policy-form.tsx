import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import {
  Avatar,
  Button,
  Checkbox,
  CheckboxGroup,
  Dialog,
  Form,
  NumberChoice,
  RadioGroup,
  TagPicker,
} from '#ui'
import type { ValidationPolicy } from '../../policy.contract.ts'
import { approvers } from '../../queue/policy.ts'
import { useText } from '../text.ts'
import { useKindName } from './kind.ts'
import { MustPassField } from './must-pass-field.tsx'
import { TrustedField } from './trusted-field.tsx'
import { useSaying } from './use-saying.ts'

interface PolicyFormProps {
  groupId: string
  /** What the form begins with, of the kind that it is about. */
  start: ValidationPolicy
  /** What the group itself said until now; null for nothing. */
  before: ValidationPolicy | null
  onClose: () => void
}

interface PartProps {
  draft: ValidationPolicy
  change: (part: Partial<ValidationPolicy>) => void
}

/** Says what the review of a kind of content asks for. */
export function PolicyForm({ groupId, start, before, onClose }: PolicyFormProps) {
  const t = useText()
  const [draft, setDraft] = useState(start)
  const { say, isPending, error } = useSaying(groupId)
  const change = (part: Partial<ValidationPolicy>) => setDraft((held) => ({ ...held, ...part }))
  return (
    <Dialog
      title={t('validation.policy.title', { kind: useKindName()(start) })}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form onSubmit={() => say(draft, before, onClose)} error={error}>
        <Who draft={draft} change={change} />
        <How draft={draft} change={change} />
        <MustPassField
          groupId={groupId}
          value={draft.mustPass}
          onChange={(mustPass) => change({ mustPass })}
        />
        <p className="ui-muted">{t('validation.policy.openKeep')}</p>
        <div>
          <Button type="submit" look="primary" isPending={isPending}>
            {t('validation.policy.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

/** How many approve, and who may. */
function Who({ draft, change }: PartProps) {
  const t = useText()
  const search = usePeopleSearch({ isOneselfToo: true })
  return (
    <>
      <NumberChoice
        label={t('validation.policy.approvals')}
        name="approvals"
        value={draft.approvals}
        among={upTo(5)}
        words={(count) => t('validation.policy.approvalsOf', { count })}
        onChange={(approvals) => change({ approvals })}
      />
      <CheckboxGroup
        label={t('validation.policy.by')}
        hint={t('validation.policy.byHint')}
        name="approvers"
        isRequired
        items={approvers.map((id) => ({ id, label: t(`validation.policy.by.${id}`) }))}
        value={draft.approvers}
        onChange={(ways) => change({ approvers: [...ways] })}
      />
      {draft.approvers.includes('named') && (
        <TagPicker
          label={t('validation.policy.named')}
          name="namedIds"
          placeholder={t('validation.policy.namedPlace')}
          check={(people) => (people.length === 0 ? t('validation.policy.nobodyNamed') : null)}
          search={search}
          value={draft.named.map((one) => ({
            ...{ ...one, label: one.name, hint: one.title },
            before: <Avatar id={one.id} name={one.name} size="xs" />,
          }))}
          onChange={(people) =>
            change({ named: people.map(({ id, label, hint }) => ({ id, name: label, title: hint ?? '' })) })
          }
        />
      )}
    </>
  )
}

/** What reviewers see, by when they decide, and what happens where nobody fits. */
function How({ draft, change }: PartProps) {
  const t = useText()
  return (
    <>
      <RadioGroup
        label={t('validation.policy.sight')}
        name="isBlind"
        isFramed
        items={(['open', 'blind'] as const).map((id) => ({
          ...{ id, label: t(`validation.policy.${id}`), hint: t(`validation.policy.${id}Hint`) },
        }))}
        value={draft.isBlind ? 'blind' : 'open'}
        onChange={(sight) => change({ isBlind: sight === 'blind' })}
      />
      <NumberChoice
        label={t('validation.policy.days')}
        name="days"
        value={draft.days}
        among={upTo(30)}
        words={(count) => t('validation.policy.daysOf', { count })}
        onChange={(days) => change({ days })}
      />
      <NumberChoice
        label={t('validation.policy.mostOpen')}
        hint={t('validation.policy.mostOpenHint')}
        name="mostOpen"
        value={draft.mostOpen}
        among={upTo(20)}
        words={(count) => t('validation.policy.mostOpenOf', { count })}
        onChange={(mostOpen) => change({ mostOpen })}
      />
      <Checkbox
        isSelected={draft.mayWiden}
        onChange={(mayWiden) => change({ mayWiden })}
        hint={t('validation.policy.widenHint')}
      >
        {t('validation.policy.mayWiden')}
      </Checkbox>
      <TrustedField value={draft.trustedAfter} onChange={(trustedAfter) => change({ trustedAfter })} />
    </>
  )
}
