import { paths } from '#paths'
import { LinkButton, NotFoundState } from '#ui'
import { useText } from '../web/text.ts'

/** An address that leads nowhere. */
export function Component() {
  const t = useText()
  const home = (
    <LinkButton look="primary" href={paths.home}>
      {t('app.missing.home')}
    </LinkButton>
  )
  return (
    <NotFoundState title={t('app.missing.title')} action={home}>
      {t('app.missing.text')}
    </NotFoundState>
  )
}
