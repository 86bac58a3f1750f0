import { Award } from 'lucide-react'
import { linkTo, paths } from '#paths'
import type { BadgeAward } from '#recognition/badge.contract.ts'
import { BadgePicture } from '#recognition/web/index.tsx'
import { Card, LinkButton, Stack, useDate } from '#ui'
import type { Academy } from '../contract.ts'
import { nextOf } from './next.ts'
import { useText } from './text.ts'

/** The certificate with its date, and where it is shared and checked; before that, what is still missing. */
export function Certificate({ academy: { certificate, path, own, can } }: { academy: Academy }) {
  const t = useText()
  const date = useDate('day')
  if (certificate)
    return (
      <Card title={t('academy.certificate')} tone="warm">
        <Stack className="academy-certificate">
          <BadgePicture
            drawing={certificate.drawing as BadgeAward['drawing']}
            level={1}
            levels={1}
            name={certificate.name}
            size={120}
          />
          <strong>{t('academy.certificate.on', { date: date(certificate.at) })}</strong>
          <LinkButton href={linkTo(paths.me, {}, { at: 'badges' })}>
            {t('academy.certificate.share')}
          </LinkButton>
        </Stack>
      </Card>
    )
  if (!can.certify) return null
  const left = path.filter(({ done }) => !done).length
  return (
    <Card title={t('academy.certificate')}>
      <Stack gap={12}>
        <Award size={40} aria-hidden="true" className="academy-award" />
        <p>{t('academy.certificate.text')}</p>
        <ul className="academy-left">
          <li>{nextOf(path) ? t('academy.certificate.left', { left }) : t('academy.certificate.trained')}</li>
          <li>{t(own ? 'academy.certificate.ownDone' : 'academy.certificate.own')}</li>
        </ul>
      </Stack>
    </Card>
  )
}
