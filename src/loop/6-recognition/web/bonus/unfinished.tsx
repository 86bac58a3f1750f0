import { Callout } from '#ui'
import type { BonusSettings, Budget, MissingStep } from '../../bonus.contract.ts'
import { useText } from './text.ts'

/** Which step, as it is said: its number and who takes it. */
function useStep(): (step: MissingStep) => { step: number; approver: string } {
  const t = useText()
  return ({ number, approver }) => ({ step: number, approver: t(`bonus.chain.${approver}`) })
}

/** The groups whose bonuses too few people could approve, before anybody proposes one. */
export function Unfinished({ unfinished: { count, groups } }: Pick<BonusSettings, 'unfinished'>) {
  const t = useText()
  const stepOf = useStep()
  if (count === 0) return null
  return (
    <Callout tone="warning" title={t('bonus.unfinished', { count })}>
      <ul className="bonus-unfinished">
        {groups.map(({ group, step }) => (
          <li key={group.id}>{t('bonus.unfinished.group', { group: group.name, ...stepOf(step) })}</li>
        ))}
      </ul>
      {count > groups.length && <p>{t('bonus.unfinished.more', { count: count - groups.length })}</p>}
      <p>{t('bonus.unfinished.why')}</p>
    </Callout>
  )
}

interface NobodyLeftProps {
  budget: Pick<Budget, 'missing' | 'missingFor'> | undefined
  /** For whom one is about to propose. */
  to: { id: string; label: string } | null
}

/** That nobody would be left to approve what one is about to propose. */
export function NobodyLeft({ budget, to }: NobodyLeftProps) {
  const t = useText()
  const stepOf = useStep()
  if (budget?.missing) return <Callout tone="warning">{t('bonus.stuck', stepOf(budget.missing))}</Callout>
  if (!to || !budget?.missingFor.includes(to.id)) return null
  return <Callout tone="warning">{t('bonus.stuckFor', { name: to.label })}</Callout>
}
