import { Award, CalendarDays, Clock, ShieldCheck } from 'lucide-react'
import {
  AvatarStack,
  Badge,
  Button,
  Callout,
  Card,
  Chip,
  Grid,
  Kbd,
  Logo,
  Muted,
  Row,
  Stack,
  Time,
  useNow,
} from '#ui'
import { Faces } from './faces.tsx'
import { Figures } from './figures.tsx'
import { people } from './people.ts'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** Words, faces and figures. */
export function Display() {
  const t = useText()
  return (
    <Section title={t('dev.display')}>
      <Chips />
      <Marks />
      <Faces />
      <Moments />
      <Figures />
      <Callouts />
      <Cards />
    </Section>
  )
}

function Chips() {
  const t = useText()
  return (
    <Row gap={8}>
      <Chip>{t('dev.plain')}</Chip>
      <Chip tone="primary">{t('dev.new')}</Chip>
      <Chip tone="success" icon={ShieldCheck}>
        {t('dev.validated')}
      </Chip>
      <Chip tone="warm" icon={Award}>
        {t('dev.thanked')}
      </Chip>
      <Chip tone="gold" icon={Clock}>
        {t('dev.rising')}
      </Chip>
      <Chip tone="danger">{t('dev.late')}</Chip>
      <Chip tone="info">{t('dev.you')}</Chip>
      <Chip icon={Clock}>{t('dev.long')}</Chip>
    </Row>
  )
}

/** Counts, keys and our sign. */
function Marks() {
  const t = useText()
  return (
    <Row gap={8}>
      <Badge count={2} label={t('dev.waiting')} />
      <Badge count={130} />
      <Kbd keys="mod+k" />
      <Kbd keys="g h" />
      <Logo />
      <Logo size={48} />
    </Row>
  )
}

const minute = 60_000

function Moments() {
  const t = useText()
  const now = useNow()
  const moments = [0, 5, 190, 1500, 4 * 1440, 30 * 1440, 500 * 1440, -2 * 1440]
  return (
    <Row gap={16}>
      {t.rich('dev.ago', { times: '' })}
      {moments.map((minutes) => (
        <Muted key={minutes}>
          <Time at={new Date(now - minutes * minute)} />
        </Muted>
      ))}
      <Muted>
        {t.rich('dev.published', { time: <Time at={new Date(now - 30 * 1440 * minute)} isSaid /> })}
      </Muted>
    </Row>
  )
}

function Callouts() {
  const t = useText()
  return (
    <Grid gap={12}>
      <Callout title={t('dev.noteTitle')}>{t('dev.note')}</Callout>
      <Callout tone="success">{t('dev.success')}</Callout>
      <Callout tone="warning">{t('dev.warning')}</Callout>
      <Callout tone="danger">{t('dev.failure')}</Callout>
      <Callout
        icon={CalendarDays}
        title={t('dev.row3')}
        action={<Button size="sm">{t('dev.answer')}</Button>}
      />
      <Callout tone="danger" isAlert action={<Button size="sm">{t('dev.go')}</Button>}>
        {t('dev.notSent')}
      </Callout>
    </Grid>
  )
}

function Cards() {
  const t = useText()
  return (
    <Grid>
      <Card tone="plain" title={t('dev.todo')} aside={<Chip tone="danger">{t('dev.late')}</Chip>}>
        {t('dev.dialogText')}
      </Card>
      <Card tone="warm" title={t('dev.warm')}>
        <Stack gap={12}>
          <p>{t.rich('dev.warmText', { b: (name) => <strong>{name}</strong> })}</p>
          <Row>
            <AvatarStack people={people.slice(0, 3)} />
            <Muted>{t('dev.warmCount')}</Muted>
          </Row>
        </Stack>
      </Card>
      <Card tone="tint" title={t('dev.tint')}>
        {t('dev.dialogText')}
      </Card>
      <Card tone="sunken" title={t('dev.sunken')}>
        {t('dev.dialogText')}
      </Card>
      <Card aside={<Chip tone="info">{t('dev.you')}</Chip>}>{t('dev.moreText')}</Card>
      <Card title={t('dev.long')} aside={<Button size="sm">{t('dev.go')}</Button>}>
        {t('dev.moreText')}
      </Card>
    </Grid>
  )
}
