import { Bar, Card, Grid, Segments, Spread, Stack, Stat, useNumber } from '#ui'
import { useText } from './samples.ts'

const tones = ['primary', 'warm', 'gold', 'success', 'danger'] as const
const pieces = ['primary', 'warm', 'gold'] as const

/** Numbers, and how far things are. */
export function Figures() {
  return (
    <>
      <Stats />
      <Bars />
    </>
  )
}

function Stats() {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  return (
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
      <Card>
        <Stat label={t('dev.voices')} value={number(23)} />
      </Card>
    </Grid>
  )
}

function Bars() {
  const t = useText()
  const number = useNumber()
  return (
    <Grid>
      <Stack gap={16}>
        {tones.map((tone, at) => (
          <Bar key={tone} label={t('dev.progress')} value={20 * (at + 1)} max={100} tone={tone} />
        ))}
      </Stack>
      <Stack gap={16}>
        <Bar label={t('dev.progress')} value={0} />
        <Bar label={t('dev.progress')} value={0.58} />
        <Bar label={t('dev.progress')} value={41} max={100} tone="warm" size="sm" valueText={number(41)} />
        <Spread label={t('dev.progress')} value={0.6} low={0.45} high={0.8} />
        <Spread label={t('dev.progress')} value={0.95} low={0.1} high={1} />
      </Stack>
      <Stack gap={16}>
        <Segments label={t('dev.steps')} total={10} done={5} part={0.45} />
        {pieces.map((tone) => (
          <Segments key={tone} label={t('dev.steps')} total={4} done={3} tone={tone} />
        ))}
        <Segments label={t('dev.steps')} total={40} done={26} valueText={number(26)} />
      </Stack>
    </Grid>
  )
}
