import { Button, Chip, Columns, Grid, LinkButton, Muted, Row, Stack } from '#ui'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

const gaps = [4, 8, 12, 16, 24, 32, 48] as const
const lines = ['start', 'center', 'end', 'baseline'] as const
const sides = ['start', 'between', 'end'] as const
const frames = ['frame', 'bare', 'middle', 'failed'] as const

/** How parts stand to each other, and pages with nothing but their frame. */
export function Layout() {
  const t = useText()
  return (
    <Section title={t('dev.layout')}>
      <Row gap={8}>
        {frames.map((part) => (
          <LinkButton key={part} href={`/dev/ui?part=${part}`} look="line">
            {t(`dev.open.${part}`)}
          </LinkButton>
        ))}
      </Row>
      <Gaps />
      <Edges />
      <Columns aside={<Chip tone="primary">{t('dev.new')}</Chip>}>
        <Chip>{t('dev.plain')}</Chip>
      </Columns>
    </Section>
  )
}

function Gaps() {
  return (
    <>
      <Row gap={24} align="start">
        {gaps.map((gap) => (
          <Stack key={gap} gap={gap}>
            <Chip>{gap}</Chip>
            <Chip>{gap}</Chip>
          </Stack>
        ))}
      </Row>
      <Row gap={32}>
        {gaps.map((gap) => (
          <Row key={gap} gap={gap}>
            <Chip>{gap}</Chip>
            <Chip>{gap}</Chip>
          </Row>
        ))}
      </Row>
      <Stack gap={12}>
        {gaps.map((gap) => (
          <Grid key={gap} gap={gap}>
            <Chip>{gap}</Chip>
            <Chip>{gap}</Chip>
            <Chip>{gap}</Chip>
          </Grid>
        ))}
      </Stack>
    </>
  )
}

function Edges() {
  const t = useText()
  return (
    <Grid>
      {lines.map((align) => (
        <Row key={align} align={align}>
          <Button size="lg">{t('dev.answer')}</Button>
          <Muted>{t('dev.plain')}</Muted>
          <Chip>{t('dev.new')}</Chip>
        </Row>
      ))}
      {sides.map((justify) => (
        <Row key={justify} justify={justify}>
          <Chip>{t('dev.plain')}</Chip>
          <Chip tone="primary">{t('dev.new')}</Chip>
        </Row>
      ))}
      <Row isTight>
        <Button look="line">{t('dev.answer')}</Button>
        <Muted>{t('dev.moreText')}</Muted>
      </Row>
    </Grid>
  )
}
