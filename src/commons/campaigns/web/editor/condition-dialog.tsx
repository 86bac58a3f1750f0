import { useState } from 'react'
import { useList } from '#platform/web/use'
import { Button, Checkbox, CheckboxGroup, Dialog, Form, Select, TextField } from '#ui'
import { listCampaigns } from '../../campaign.contract.ts'
import type { Condition } from '../../language.ts'
import { useText } from '../text.ts'
import { type RoleName, roleNames, useRoleWords } from './role-words.ts'

const kinds = [
  ...(['role', 'title', 'language', 'joined', 'active', 'completed'] as const),
  ...(['published', 'helped', 'volunteer', 'nominee', 'answered'] as const),
]
type Kind = Condition['is']
type Answer = 'interested' | 'later'

/** What is said of a condition so far; of which kind it is decides what of it counts. */
interface Typed {
  kind: Kind
  not: boolean
  days: string
  words: string
  roles: readonly RoleName[]
  locale: 'en' | 'fr'
  other: string
  answer: Answer
}

const start: Typed = {
  ...{ kind: 'role', not: false, days: '90', words: '', roles: ['leader'] },
  ...{ locale: 'en', other: '', answer: 'interested' },
}

const withDays: readonly Kind[] = ['joined', 'active', 'completed', 'published', 'helped']

/** The condition that is typed; null while something is missing. */
function conditionOf({ kind, not, days, words, roles, locale, other, answer }: Typed): Condition | null {
  switch (kind) {
    case 'role':
      return roles.length > 0 ? { is: kind, roles: [...roles], not } : null
    case 'title':
      return words.trim() ? { is: kind, has: words.trim(), not } : null
    case 'language':
      return { is: kind, locale, not }
    case 'volunteer':
    case 'nominee':
      return { is: kind, not }
    case 'answered':
      return other ? { is: kind, campaignId: other, answer, not } : null
    default: {
      const number = /^\d{1,3}$/.test(days.trim()) ? Number(days) : 0
      return number >= 1 && number <= 730 ? { is: kind, days: number, not } : null
    }
  }
}

interface ConditionDialogProps {
  campaignId: string
  onAdd: (condition: Condition) => void
  onClose: () => void
}

/** One more thing that is asked of people. */
export function ConditionDialog({ campaignId, onAdd, onClose }: ConditionDialogProps) {
  const t = useText()
  const [typed, setTyped] = useState(start)
  const [isTried, setTried] = useState(false)
  const condition = conditionOf(typed)
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const send = () => {
    setTried(true)
    if (condition) onAdd(condition)
  }
  return (
    <Dialog title={t('campaigns.condition.add')} isOpen onOpenChange={onClose}>
      <Form onSubmit={send} error={isTried && !condition ? t('campaigns.condition.needed') : null}>
        <Select
          label={t('campaigns.condition.kind')}
          items={kinds.map((id) => ({ id, label: t(`campaigns.condition.is.${id}`) }))}
          value={typed.kind}
          onChange={(kind) => change({ kind })}
        />
        <Details typed={typed} change={change} campaignId={campaignId} />
        <Checkbox isSelected={typed.not} onChange={(not) => change({ not })}>
          {t('campaigns.condition.not')}
        </Checkbox>
        <div>
          <Button type="submit" look="primary">
            {t('campaigns.condition.done')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

interface DetailsProps {
  typed: Typed
  change: (part: Partial<Typed>) => void
  campaignId: string
}

function Details({ typed, change, campaignId }: DetailsProps) {
  const t = useText()
  const roles = useRoleWords()
  const { kind } = typed
  if (withDays.includes(kind))
    return (
      <TextField
        label={t('campaigns.condition.days')}
        inputMode="numeric"
        value={typed.days}
        onChange={(days) => change({ days })}
        maxLength={3}
        isRequired
      />
    )
  if (kind === 'role')
    return (
      <CheckboxGroup
        label={t('campaigns.condition.roles')}
        items={roleNames.map((id) => ({ id, label: roles(id) }))}
        value={typed.roles}
        onChange={(chosen) => change({ roles: chosen })}
      />
    )
  return <Words typed={typed} change={change} campaignId={campaignId} />
}

function Words({ typed, change, campaignId }: DetailsProps) {
  const t = useText()
  const { kind } = typed
  if (kind === 'title')
    return (
      <TextField
        label={t('campaigns.condition.words')}
        value={typed.words}
        onChange={(words) => change({ words })}
        maxLength={60}
        isRequired
      />
    )
  if (kind === 'language')
    return (
      <Select
        label={t('campaigns.condition.language')}
        items={(['en', 'fr'] as const).map((id) => ({ id, label: t(`campaigns.language.${id}`) }))}
        value={typed.locale}
        onChange={(locale) => change({ locale })}
      />
    )
  return kind === 'answered' ? <Answered typed={typed} change={change} campaignId={campaignId} /> : null
}

function Answered({ typed, change, campaignId }: DetailsProps) {
  const t = useText()
  const { items } = useList(listCampaigns, {}, { topics: ['campaigns'] })
  return (
    <>
      <Select
        label={t('campaigns.condition.campaign')}
        items={items.filter(({ id }) => id !== campaignId).map(({ id, name }) => ({ id, label: name }))}
        value={typed.other || null}
        onChange={(other) => change({ other })}
        isRequired
      />
      <Select
        label={t('campaigns.condition.answer')}
        items={(['interested', 'later'] as const).map((id) => ({
          id,
          label: t(`campaigns.call.${id}`),
        }))}
        value={typed.answer}
        onChange={(answer) => change({ answer })}
      />
    </>
  )
}
