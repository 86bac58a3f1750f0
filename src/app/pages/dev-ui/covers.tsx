import { Cover, Muted } from '#ui'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

const ids = Array.from({ length: 24 }, (_, index) => `cover-${index}`)

/** The pictures made from an id. */
export function Covers() {
  const t = useText()
  return (
    <Section title={t('dev.covers')}>
      <Cover id="a-course" className="dev-hero">
        <h3>{t('dev.coverTitle')}</h3>
        <Muted>{t('dev.coverText')}</Muted>
      </Cover>
      <div className="dev-covers">
        {ids.map((id) => (
          <Cover key={id} id={id} />
        ))}
        <Cover id="chosen" src="/icon.svg" />
      </div>
    </Section>
  )
}
