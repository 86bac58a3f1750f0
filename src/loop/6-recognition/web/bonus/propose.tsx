import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  Combobox,
  Dialog,
  EmptyState,
  ErrorState,
  Form,
  RadioGroup,
  Select,
  SkeletonRows,
  TextArea,
  TextField,
  toast,
} from '#ui'
import { type Bonus, type Budget, getBonusSettings, listBudgets, proposeBonus } from '../../bonus.contract.ts'
import { readAmount, useAmount } from './amount.ts'
import { useText } from './text.ts'
import { NobodyLeft } from './unfinished.tsx'

type Kind = Bonus['kind']

/** Proposes a bonus for somebody from the budget of a group that one manages. */
export function ProposeBonus({ onClose }: { onClose: () => void }) {
  const t = useText()
  const budgets = useRead(listBudgets, { query: { limit: 100, given: 'true' } }, { topics: ['bonuses'] })
  const settings = useRead(getBonusSettings, {}, { topics: ['bonuses'] })
  const currency = settings.data?.terms?.currency
  const own = budgets.data?.items.filter(({ money, time }) => money || time)
  return (
    <Dialog title={t('bonus.propose')} isOpen onOpenChange={onClose}>
      {budgets.error && (
        <ErrorState onRetry={() => void budgets.refetch()}>{budgets.error.message}</ErrorState>
      )}
      {budgets.isPending && <SkeletonRows />}
      {own?.length === 0 && <EmptyState title={t('bonus.none')}>{t('bonus.noBudget')}</EmptyState>}
      {own?.[0] && currency && <ProposeForm budgets={own} currency={currency} onDone={onClose} />}
    </Dialog>
  )
}

interface ProposeFormProps {
  budgets: readonly Budget[]
  currency: string
  onDone: () => void
}

interface Proposal {
  memberId: string
  groupId: string
  kind: Kind
  amount: number
  reason: string
}

function useProposing(currency: string, onDone: () => void) {
  const t = useText()
  const money = useAmount(currency)
  const time = useAmount('minutes')
  const propose = useWrite(proposeBonus, ['bonuses'])
  const done = ({ kind, amount }: Bonus) => {
    onDone()
    const said = { amount: (kind === 'money' ? money : time)(amount) }
    toast({ text: t('bonus.proposed', said), tone: 'success' })
  }
  const send = (body: Proposal) => propose.mutate({ body }, { onSuccess: done })
  return { money, time, send, isPending: propose.isPending, error: propose.error }
}

/** What a budget has of. */
const kindsIn = (budget: Budget | undefined): Kind[] =>
  (['money', 'time'] as const).filter((kind) => budget?.[kind])

function ProposeForm({ budgets, currency, onDone }: ProposeFormProps) {
  const t = useText()
  const proposing = useProposing(currency, onDone)
  const search = usePeopleSearch()
  const [person, setPerson] = useState<{ id: string; label: string } | null>(null)
  const [groupId, setGroupId] = useState(budgets[0]?.group.id ?? '')
  const [kind, setKind] = useState<Kind>(budgets[0]?.money ? 'money' : 'time')
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  const budget = budgets.find(({ group }) => group.id === groupId)
  const kinds = kindsIn(budget)
  const amount = readAmount(words, kind)
  const send = () =>
    person && amount && proposing.send({ memberId: person.id, groupId, kind, amount, reason })
  return (
    <Form onSubmit={send} error={proposing.error}>
      <Combobox
        label={t('bonus.whom')}
        name="memberId"
        placeholder={t('bonus.whomSearch')}
        search={search}
        value={person}
        onChange={setPerson}
        isRequired
        autoFocus
      />
      <From budgets={budgets} value={groupId} onChange={setGroupId} {...proposing} />
      <NobodyLeft budget={budget} to={person} />
      <HowMuch
        kinds={kinds}
        currency={currency}
        kind={kind}
        onKind={setKind}
        words={words}
        onWords={setWords}
      />
      <WhatFor value={reason} onChange={setReason} />
      <Button type="submit" look="primary" isPending={proposing.isPending}>
        {t('bonus.propose')}
      </Button>
    </Form>
  )
}

function WhatFor(words: { value: string; onChange: (value: string) => void }) {
  const t = useText()
  return (
    <TextArea
      {...words}
      label={t('bonus.reason')}
      name="reason"
      hint={t('bonus.reasonHint')}
      maxLength={500}
      check={(text) => (text.trim().length < 10 ? t('bonus.reasonShort') : null)}
      isRequired
    />
  )
}

interface FromProps {
  budgets: readonly Budget[]
  value: string
  onChange: (groupId: string) => void
  money: (amount: number) => string
  time: (amount: number) => string
}

/** Which budget, each with what is left of it. */
function From({ budgets, value, onChange, money, time }: FromProps) {
  const t = useText()
  const leftOf = (one: Budget) =>
    [one.money && money(one.money.left), one.time && time(one.time.left)]
      .filter((left) => left !== null)
      .join(', ')
  return (
    <Select
      label={t('bonus.budget')}
      name="groupId"
      value={value}
      items={budgets.map((one) => ({
        ...{ id: one.group.id, label: one.group.name, hint: t('bonus.budgetLeft', { left: leftOf(one) }) },
      }))}
      onChange={onChange}
    />
  )
}

interface HowMuchProps {
  /** What the budget has of. */
  kinds: readonly Kind[]
  currency: string
  kind: Kind
  onKind: (kind: Kind) => void
  words: string
  onWords: (words: string) => void
}

function HowMuch({ kinds, currency, kind, onKind, words, onWords }: HowMuchProps) {
  const t = useText()
  return (
    <>
      {kinds.length > 1 && (
        <RadioGroup<Kind>
          label={t('bonus.kind')}
          items={kinds.map((id) => ({ id, label: t(`bonus.kind.${id}`) }))}
          value={kind}
          onChange={onKind}
        />
      )}
      <TextField
        label={kind === 'money' ? t('bonus.amount.money', { currency }) : t('bonus.amount.time')}
        name="amount"
        inputMode="decimal"
        value={words}
        onChange={onWords}
        check={(text) =>
          readAmount(text, kind) ? null : t(kind === 'money' ? 'bonus.amountWrong' : 'bonus.amountTime')
        }
        isRequired
      />
    </>
  )
}
