import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Page, Row, SegmentedControl, Stack, TextProvider, ThemeToggle, useLocale } from '#ui'
import uiEn from '#ui/messages/en.json'
import uiFr from '#ui/messages/fr.json'
import { Actions } from './dev-ui/actions.tsx'
import { Covers } from './dev-ui/covers.tsx'
import { Data } from './dev-ui/data.tsx'
import './dev-ui/dev-ui.css'
import { Display } from './dev-ui/display.tsx'
import { Fields } from './dev-ui/fields.tsx'
import { BareFrame, FailedFrame, Frame, MiddleFrame } from './dev-ui/frame.tsx'
import { Layout } from './dev-ui/layout.tsx'
import { Overlays } from './dev-ui/overlays.tsx'
import en from './dev-ui/samples.en.json'
import fr from './dev-ui/samples.fr.json'
import { useText } from './dev-ui/samples.ts'
import { States } from './dev-ui/states.tsx'

const dictionaries = { en: { ...uiEn, ...en }, fr: { ...uiFr, ...fr } }

/** What `?part=` shows alone. */
const frames: Record<string, ReactNode> = {
  frame: <Frame />,
  bare: <BareFrame />,
  middle: <MiddleFrame />,
  failed: <FailedFrame />,
}

/** Every part of the design system, in the language of `?language=`: `en`, `fr`, or `ar` to see it mirrored. */
export function Component() {
  const [search, setSearch] = useSearchParams()
  const locale = search.get('language') ?? 'en'
  return (
    <TextProvider locale={locale} dictionary={dictionaries[locale === 'fr' ? 'fr' : 'en']}>
      {frames[search.get('part') ?? ''] ?? <Parts onLanguage={(language) => setSearch({ language })} />}
    </TextProvider>
  )
}

function Parts({ onLanguage }: { onLanguage: (language: string) => void }) {
  const t = useText()
  return (
    <main>
      <Page title={t('dev.title')} lead={t('dev.lead')} actions={<ThemeToggle />}>
        <Row>
          <SegmentedControl
            label={t('dev.language')}
            value={useLocale()}
            onChange={onLanguage}
            items={[
              { id: 'en', label: t('dev.english') },
              { id: 'fr', label: t('dev.french') },
              { id: 'ar', label: t('dev.mirrored') },
            ]}
          />
        </Row>
        <Stack gap={24}>
          <Actions />
          <Display />
          <Covers />
          <Data />
          <Fields />
          <Overlays />
          <States />
          <Layout />
        </Stack>
      </Page>
    </main>
  )
}
