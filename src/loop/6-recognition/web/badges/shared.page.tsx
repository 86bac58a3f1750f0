import { Download } from 'lucide-react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, Link, SkeletonText, Stack } from '#ui'
import { getSharedBadge, type SharedBadge } from '../../credential.contract.ts'
import { ForAnyone } from './for-anyone.tsx'
import { useText } from './text.ts'
import { Verdict } from './verdict.tsx'

/** A badge behind a public link: for anyone, also who is not signed in. */
export function Component() {
  const t = useText()
  const { token = '' } = useParams()
  const read = useRead(getSharedBadge, { params: { token } })
  if (read.isPending) return <SkeletonText />
  if (read.error && [404, 422].includes(read.error.problem.status))
    return (
      <ForAnyone title={t('badge.verify.gone')} lead={t('badge.verify.goneText')}>
        <Another />
      </ForAnyone>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <Shared shared={read.data} />
}

const Another = () => <Link href={paths.verifyBadge}>{useText()('badge.verify.another')}</Link>

function Shared({ shared: { badge, holder, credential } }: { shared: SharedBadge }) {
  const t = useText()
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(credential)}`
  return (
    <ForAnyone title={badge.name}>
      <Verdict verdict={badge.revokedAt ? 'revoked' : 'valid'} badge={badge} holder={holder} />
      <Card title={t('badge.verify.elsewhere')}>
        <Stack gap={12}>
          <p>{t('badge.verify.elsewhereText')}</p>
          <div>
            <a className="ui-button" data-look="line" data-size="sm" href={file} download="badge.jwt">
              <Download size={16} aria-hidden="true" />
              {t('badge.downloadJwt')}
            </a>
          </div>
        </Stack>
      </Card>
      <Another />
    </ForAnyone>
  )
}
