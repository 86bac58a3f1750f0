import { Callout, Card, Stack, Time } from '#ui'
import type { BadgeCheck, SeenBadge } from '../../credential.contract.ts'
import { AboutBadge } from './about.tsx'
import { useText } from './text.ts'

interface VerdictProps {
  verdict: BadgeCheck['verdict']
  badge: SeenBadge | null
  /** Whose it is, where they said so themselves. */
  holder?: string
  /** Whether an address that was given is its holder's. */
  isHolder?: boolean | null
}

const tones = { valid: 'success', revoked: 'danger', tampered: 'danger' } as const

/** What was found of a badge, in plain words, and the badge itself where it is ours. */
export function Verdict({ verdict, badge, holder, isHolder = null }: VerdictProps) {
  const t = useText()
  const tone = tones[verdict as keyof typeof tones] ?? 'warning'
  return (
    <Stack gap={16}>
      <div role="status">
        <Callout tone={tone} title={t(`badge.verify.${verdict}`)}>
          <p>
            {t.rich(`badge.verify.${verdict}Text`, {
              issuer: badge?.issuer ?? '',
              time: <Time at={badge?.revokedAt ?? badge?.awardedAt ?? ''} />,
            })}
          </p>
          {isHolder !== null && <p>{t(isHolder ? 'badge.verify.holder' : 'badge.verify.notHolder')}</p>}
        </Callout>
      </div>
      {badge && <Seen badge={badge} holder={holder} />}
    </Stack>
  )
}

function Seen({ badge, holder }: { badge: SeenBadge; holder: string | undefined }) {
  const t = useText()
  const values = { issuer: badge.issuer, time: <Time at={badge.awardedAt} /> }
  return (
    <Card as="article" title={holder ? null : badge.name}>
      <Stack gap={16}>
        <span className="ui-muted">
          {holder
            ? t.rich('badge.verify.heldBy', { name: holder, ...values })
            : t.rich('badge.verify.issuedBy', values)}
        </span>
        <AboutBadge badge={badge} level={badge.level} reason={badge.reason} />
      </Stack>
    </Card>
  )
}
