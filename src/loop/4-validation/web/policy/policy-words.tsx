import type { ReactNode } from 'react'
import { linkTo, paths } from '#paths'
import { Chip, Link } from '#ui'
import type { ValidationPolicy } from '../../policy.contract.ts'
import { useText } from '../text.ts'
import { MustPassWords } from './must-pass-field.tsx'

/** A policy in words, line by line. */
export function PolicyWords({ groupId, policy }: { groupId: string; policy: ValidationPolicy }) {
  const t = useText()
  const { approvals, approvers, isBlind, days, mostOpen, mayWiden, trustedAfter } = policy
  return (
    <dl className="policy-words">
      <Line title={t('validation.policy.approvals')}>
        {t('validation.policy.approvalsOf', { count: approvals })}
      </Line>
      <Line title={t('validation.policy.by')}>
        <ul className="policy-by">
          {approvers.map((one) => (
            <li key={one}>
              <Chip>{t(`validation.policy.by.${one}`)}</Chip>
            </li>
          ))}
        </ul>
        {approvers.includes('named') && <Named policy={policy} />}
      </Line>
      <Line title={t('validation.policy.sight')}>
        {t(isBlind ? 'validation.policy.blind' : 'validation.policy.open')}
        <small>{t(isBlind ? 'validation.policy.blindHint' : 'validation.policy.openHint')}</small>
      </Line>
      <Line title={t('validation.policy.days')}>{t('validation.policy.daysOf', { count: days })}</Line>
      <Line title={t('validation.policy.mostOpen')}>
        {t('validation.policy.mostOpenOf', { count: mostOpen })}
      </Line>
      <Line title={t('validation.policy.widen')}>
        {t(mayWiden ? 'validation.policy.widenYes' : 'validation.policy.widenNo')}
      </Line>
      <Line title={t('validation.policy.mustPass')}>
        <MustPassWords groupId={groupId} keys={policy.mustPass} />
      </Line>
      <Line title={t('validation.policy.trusted')}>
        {trustedAfter === null
          ? t('validation.policy.trustedOff')
          : t('validation.policy.trustedAfter', { count: trustedAfter })}
      </Line>
    </dl>
  )
}

/** One thing that a policy says. */
function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Who may approve by name, or that nobody of them is here any more. */
function Named({ policy: { named } }: { policy: ValidationPolicy }) {
  const t = useText()
  if (named.length === 0) return <small>{t('validation.policy.namedGone')}</small>
  return (
    <ul className="policy-named">
      {named.map(({ id, name }) => (
        <li key={id}>
          <Link href={linkTo(paths.member, { memberId: id })}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}
