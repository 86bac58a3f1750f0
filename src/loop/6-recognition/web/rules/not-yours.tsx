import { paths } from '#paths'
import { ForbiddenState, LinkButton, Page } from '#ui'
import { useText } from './text.ts'

/** For whoever does not make rules: the way to what they give. */
export function NotYours() {
  const t = useText()
  return (
    <Page title={t('rule.title')} width="narrow">
      <ForbiddenState action={<LinkButton href={paths.earning}>{t('rule.earning')}</LinkButton>}>
        {t('rule.notYours')}
      </ForbiddenState>
    </Page>
  )
}
