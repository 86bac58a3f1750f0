import { Copy, Download, Link2, Link2Off } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { addressOf } from '#platform/http/call'
import { copyText } from '#platform/web/save'
import { useRead, useWrite } from '#platform/web/use'
import { Button, LinkButton, Row, Stack, sayRefusal, TextField, toast } from '#ui'
import { getBadgeLink, getCredential, shareBadge, unshareBadge } from '../../credential.contract.ts'
import { useText } from './text.ts'

/** A badge of one's own to take elsewhere: as a file, or by a link that can be taken back. */
export function TakeBadge({ awardId }: { awardId: string }) {
  const t = useText()
  const address = (as: 'jwt' | 'svg') => addressOf(getCredential, { params: { awardId }, query: { as } })
  return (
    <Stack gap={12}>
      <h3>{t('badge.download')}</h3>
      <p>{t('badge.downloadText')}</p>
      <Row>
        <LinkButton look="line" size="sm" icon={Download} href={address('svg')} download>
          {t('badge.downloadSvg')}
        </LinkButton>
        <LinkButton look="line" size="sm" icon={Download} href={address('jwt')} download>
          {t('badge.downloadJwt')}
        </LinkButton>
      </Row>
      <PublicLink awardId={awardId} />
    </Stack>
  )
}

/** The public link: none at first. */
function PublicLink({ awardId }: { awardId: string }) {
  const t = useText()
  const params = { awardId }
  const read = useRead(getBadgeLink, { params }, { topics: ['badges'] })
  const share = useWrite(shareBadge, ['badges'])
  const token = read.data?.token ?? null
  if (!read.data) return null
  return (
    <>
      <h3>{t('badge.link')}</h3>
      <p>{t('badge.shareText')}</p>
      {token ? (
        <Shared awardId={awardId} token={token} />
      ) : (
        <div>
          <Button
            size="sm"
            look="line"
            icon={Link2}
            isPending={share.isPending}
            onPress={() => share.mutate({ params }, { onError: sayRefusal })}
          >
            {t('badge.share')}
          </Button>
        </div>
      )}
    </>
  )
}

function Shared({ awardId, token }: { awardId: string; token: string }) {
  const t = useText()
  const params = { awardId }
  const back = useWrite(unshareBadge, ['badges'])
  const path = linkTo(paths.sharedBadge, { token })
  const address = `${window.location.origin}${path}`
  const copy = () =>
    copyText(address).then(
      () => toast(t('badge.linkCopied')),
      // The browser keeps the clipboard to itself: the address stands just above.
      () => undefined,
    )
  return (
    <>
      <TextField label={t('badge.link')} isLabelHidden value={address} isReadOnly />
      <Row>
        <Button size="sm" look="line" icon={Copy} onPress={() => void copy()}>
          {t('badge.linkCopy')}
        </Button>
        <LinkButton look="line" size="sm" href={path} target="_blank">
          {t('badge.linkOpen')}
        </LinkButton>
        <Button
          size="sm"
          look="ghost"
          icon={Link2Off}
          isPending={back.isPending}
          onPress={() =>
            back.mutate({ params }, { onSuccess: () => toast(t('badge.unshared')), onError: sayRefusal })
          }
        >
          {t('badge.unshare')}
        </Button>
      </Row>
    </>
  )
}
