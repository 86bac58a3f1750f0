import { Award, Clock, ShieldCheck } from 'lucide-react'
import {
  Avatar,
  AvatarStack,
  Badge,
  Bar,
  Callout,
  Card,
  Chip,
  Emblem,
  Grid,
  Kbd,
  Logo,
  Muted,
  Row,
  Segments,
  Spread,
  Stack,
  Stat,
  Time,
  useNow,
  useNumber,
} from '#ui'
import { groups, people } from './people.ts'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** Words, faces and figures. */
export function Display() {
  const t = useText()
  return (
    <Section title={t('dev.display')}>
      <Chips />
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
      <Badge count={2} label={t('dev.waiting')} />
      <Badge count={130} />
      <Kbd keys="mod+k" />
      <Kbd keys="g h" />
      <Logo />
      <Logo size={48} />
    </Row>
  )
}

function Faces() {
  return (
    <>
      <Row>
        {people.map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} isNamed />
        ))}
        <AvatarStack people={people} total={31} />
      </Row>
      <Row>
        <Avatar {...people[0]} size="xs" />
        <Avatar {...people[1]} size="sm" />
        <Avatar {...people[2]} size="lg" hasRing />
        <Avatar {...people[7]} size="xl" />
        {groups.map(({ id, ...group }) => (
          <Emblem key={id} {...group} isNamed />
        ))}
      </Row>
    </>
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
    </Row>
  )
}

function Figures() {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  return (
    <>
      <Grid>
        <Card>
          <Stat
            label={t('dev.days')}
            value={number(6.7)}
            compared={t('dev.daysCompared')}
            trend={{ direction: 'down', isGood: true }}
            href="/dev/ui"
          />
        </Card>
        <Card>
          <Stat
            label={t('dev.open')}
            value={number(41)}
            compared={t('dev.openCompared')}
            trend={{ direction: 'up', isGood: false }}
          />
        </Card>
        <Card>
          <Stat
            label={t('dev.finished')}
            value={number(4120)}
            compared={t('dev.finishedCompared')}
            trend={{ direction: 'flat' }}
          />
        </Card>
      </Grid>
      <Stack gap={16}>
        <Bar label={t('dev.progress')} value={0.58} />
        <Bar label={t('dev.progress')} value={41} max={100} tone="warm" size="sm" />
        <Segments label={t('dev.steps')} total={10} done={5} part={0.45} />
        <Spread label={t('dev.progress')} value={0.6} low={0.45} high={0.8} />
        <Segments label={t('dev.steps')} total={4} done={3} tone="gold" />
      </Stack>
    </>
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
    </Grid>
  )
}

function Cards() {
  const t = useText()
  return (
    <Grid>
      <Card title={t('dev.todo')} aside={<Chip tone="danger">{t('dev.late')}</Chip>}>
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
    </Grid>
  )
}
