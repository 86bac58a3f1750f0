import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Link, Select, TextField } from '#ui'
import { type Budget, getBonusSettings, listBudgets } from '../../bonus.contract.ts'
import { type RoleName, rolesWhen } from '../../rules/language.ts'
import { readAmount, useAmounts } from '../bonus/amount.ts'
import { useText as useBonusText } from '../bonus/text.ts'
import { type Draft, type DraftedBonus, kindOfUnit, ruleOf } from './draft.ts'
import { useWho } from './sentence.tsx'
import { useText } from './text.ts'
import type { PartProps } from './when-fields.tsx'

type Kind = 'money' | 'time'
const kinds = ['money', 'time'] as const
const none = 'none'

/** Which bonus a rule proposes, from whose budget; where there are no bonuses or budgets, the way to say so. */
export function BonusFields({ draft, change }: PartProps) {
  const t = useText()
  const own = useBonusText()
  const topics = ['bonuses']
  const settings = useRead(getBonusSettings, {}, { topics })
  const read = useRead(listBudgets, { query: { limit: 100, given: 'true' } }, { topics })
  const { bonus } = draft
  const terms = settings.data?.terms
  const budgets = read.data?.items ?? []
  const open = kinds.filter((kind) => budgets.some((one) => one[kind]))
  if (!settings.data || !read.data) return null
  if (!bonus && !terms) return <Hint words={t('rule.bonusOff')} link={t('rule.bonusOffLink')} />
  if (!bonus && open.length === 0) return <Hint words={t('rule.bonusBare')} link={t('rule.bonusBareLink')} />
  const choose = (kind: string): Draft['bonus'] => {
    const from = budgets.find((one) => one[kind as Kind])?.group
    const unit = kind === 'money' ? terms?.currency : 'minutes'
    return from && unit ? { unit, words: '', groupId: from.id, label: from.name } : null
  }
  const items = kinds
    .filter((kind) => open.includes(kind) || (bonus && kindOfUnit(bonus.unit) === kind))
    .map((id) => ({ id: id as string, label: own(`bonus.kind.${id}`) }))
  return (
    <>
      <Select
        label={t('rule.bonus')}
        name="bonus"
        items={[{ id: none, label: t('rule.bonusNone') }, ...items]}
        value={bonus ? kindOfUnit(bonus.unit) : none}
        onChange={(kind) => change({ bonus: choose(kind) })}
      />
      {bonus && <BonusDetail draft={draft} change={change} bonus={bonus} budgets={budgets} />}
    </>
  )
}

function Hint({ words, link }: { words: string; link: string }) {
  return (
    <p className="ui-muted">
      {words} <Link href={paths.bonuses}>{link}</Link>
    </p>
  )
}

interface BonusDetailProps extends PartProps {
  bonus: DraftedBonus
  budgets: readonly Budget[]
}

/** How much, from which budget, and for whom where there is a choice. */
function BonusDetail({ draft, change, bonus, budgets }: BonusDetailProps) {
  const t = useText()
  const own = useBonusText()
  const who = useWho()
  const { when } = ruleOf(draft)
  const roles = rolesWhen(when)
  const kind = kindOfUnit(bonus.unit)
  const missing = budgets.find(({ group }) => group.id === bonus.groupId)?.missing
  const set = (part: Partial<DraftedBonus>) => change({ bonus: { ...bonus, ...part } })
  return (
    <div className="rule-pair">
      <TextField
        label={
          kind === 'money' ? own('bonus.amount.money', { currency: bonus.unit }) : own('bonus.amount.time')
        }
        name="bonusAmount"
        inputMode="decimal"
        value={bonus.words}
        onChange={(words) => set({ words })}
        check={(words) =>
          readAmount(words, kind) ? null : own(kind === 'money' ? 'bonus.amountWrong' : 'bonus.amountTime')
        }
        isRequired
      />
      <From bonus={bonus} budgets={budgets.filter((one) => one[kind])} onChange={set} />
      {roles.length > 1 && (
        <Select<RoleName>
          label={t('rule.bonusTo')}
          items={roles.map((id) => ({ id, label: who(when, id) }))}
          value={roles.find((role) => role === draft.bonusTo) ?? roles[0] ?? null}
          onChange={(bonusTo) => change({ bonusTo })}
        />
      )}
      <div className="rule-wide">
        <p className="ui-muted">{t('rule.bonusNote')}</p>
        {missing && (
          <Callout tone="warning">
            {t('rule.bonusStuck', { step: missing.number, approver: own(`bonus.chain.${missing.approver}`) })}
          </Callout>
        )}
      </div>
    </div>
  )
}

interface FromProps {
  bonus: DraftedBonus
  budgets: readonly Budget[]
  onChange: (part: Pick<DraftedBonus, 'groupId' | 'label'>) => void
}

/** Whose budget it is from; of one that has none in this period, its name alone. */
function From({ bonus, budgets, onChange }: FromProps) {
  const own = useBonusText()
  const say = useAmounts()
  const kind = kindOfUnit(bonus.unit)
  const items = budgets.map(({ group, ...one }) => ({
    ...{ id: group.id, label: group.name },
    hint: own('bonus.budgetLeft', { left: say(bonus.unit, one[kind]?.left ?? 0) }),
  }))
  const known = items.some(({ id }) => id === bonus.groupId)
    ? []
    : [{ id: bonus.groupId, label: bonus.label }]
  return (
    <Select
      label={own('bonus.budget')}
      name="bonusGroup"
      items={[...known, ...items]}
      value={bonus.groupId}
      onChange={(groupId) =>
        onChange({ groupId, label: items.find(({ id }) => id === groupId)?.label ?? bonus.label })
      }
    />
  )
}
