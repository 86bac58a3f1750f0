import { useState } from 'react'
import { useList, useWrite } from '#platform/web/use'
import { Button, Card, Dialog, Form, ListStatus, RadioGroup, ShowMore, Table, TextField, toast } from '#ui'
import { type BonusSettings, type Budget, listBudgets, setBudget } from '../../bonus.contract.ts'
import { readAmount, useAmount } from './amount.ts'
import { useText } from './text.ts'

type Kind = 'money' | 'time'

/** What the groups that one manages may give in this period; changed by administrators of everything. */
export function Budgets({ settings: { terms, period, can } }: { settings: BonusSettings }) {
  const t = useText()
  const list = useList(listBudgets, { query: { limit: 30 } }, { topics: ['bonuses', 'groups'] })
  const [open, setOpen] = useState<Budget | null>(null)
  const money = useAmount(terms?.currency ?? 'EUR')
  const time = useAmount('minutes')
  const purse = (one: Budget[Kind], say: typeof money) =>
    one ? t('bonus.budgets.of', { left: say(one.left), amount: say(one.amount) }) : t('bonus.budgets.none')
  const columns = [
    { id: 'group', title: t('bonus.budgets.group'), cell: ({ group }: Budget) => group.name },
    { id: 'money', title: t('bonus.budgets.money'), cell: (one: Budget) => purse(one.money, money) },
    { id: 'time', title: t('bonus.budgets.time'), cell: (one: Budget) => purse(one.time, time) },
    ...(can.set
      ? [
          {
            ...{ id: 'set', title: t('bonus.budgets.set'), isTitleHidden: true },
            cell: (one: Budget) => (
              <Button
                size="sm"
                onPress={() => setOpen(one)}
                aria-label={t('bonus.budgets.setFor', { name: one.group.name })}
              >
                {t('bonus.budgets.set')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Card title={t('bonus.budgets')}>
      <p className="ui-muted">{t('bonus.budgets.lead', { period: period ?? '' })}</p>
      <ListStatus list={list} />
      {list.isSuccess && (
        <Table
          caption={t('bonus.budgets')}
          isCaptionHidden
          columns={columns}
          rows={list.items}
          rowId={({ group }) => group.id}
        />
      )}
      <ShowMore list={list} />
      {open && terms && <BudgetForm budget={open} currency={terms.currency} onClose={() => setOpen(null)} />}
    </Card>
  )
}

interface BudgetFormProps {
  budget: Budget
  currency: string
  onClose: () => void
}

function BudgetForm({ budget, currency, onClose }: BudgetFormProps) {
  const t = useText()
  const set = useWrite(setBudget, ['bonuses'])
  const [kind, setKind] = useState<Kind>('money')
  const asWritten = (of: Kind) => String((budget[of]?.amount ?? 0) / (of === 'money' ? 100 : 60))
  const [words, setWords] = useState(asWritten('money'))
  const { id: groupId, name } = budget.group
  const amount = readAmount(words, kind)
  const save = (body: { kind: Kind; amount: number }, onSuccess: () => void) =>
    set.mutate({ params: { groupId }, body }, { onSuccess })
  const done = () => {
    onClose()
    const undo = () => save({ kind, amount: budget[kind]?.amount ?? 0 }, () => undefined)
    toast({ text: t('bonus.budgets.saved', { name }), tone: 'success', undo })
  }
  return (
    <Dialog title={t('bonus.budgets.setFor', { name })} isOpen onOpenChange={onClose} size="sm">
      <Form onSubmit={() => amount !== null && save({ kind, amount }, done)} error={set.error}>
        <RadioGroup<Kind>
          label={t('bonus.kind')}
          items={(['money', 'time'] as const).map((id) => ({ id, label: t(`bonus.kind.${id}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setWords(asWritten(next))
          }}
        />
        <TextField
          label={kind === 'money' ? t('bonus.amount.money', { currency }) : t('bonus.amount.time')}
          name="amount"
          inputMode="decimal"
          value={words}
          onChange={setWords}
          check={(text) => (readAmount(text, kind) === null ? t('bonus.budgets.amountWrong') : null)}
          isRequired
        />
        <Button type="submit" look="primary" isPending={set.isPending}>
          {t('bonus.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
