import { useState } from 'react'
import { Card, Row, Select, Stack, Switch, TextField, useLocale } from '#ui'
import { longest } from '../../limits.ts'
import { useText } from '../text.ts'
import type { PartProps } from './part.ts'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** When nobody is written to, and how long the campaign runs. */
export function QuietCard({ campaign, body, change }: PartProps) {
  const t = useText()
  const { quiet, days } = body
  const isDisabled = !campaign.can.edit
  const clock = new Intl.DateTimeFormat(useLocale(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  const items = hours.map((hour) => ({ id: `${hour}`, label: clock.format(Date.UTC(2020, 0, 1, hour)) }))
  const choose = (part: 'from' | 'until') => (hour: string) =>
    change({ quiet: { ...quiet, [part]: Number(hour) } })
  return (
    <Card title={t('campaigns.quiet')}>
      <Stack gap={12}>
        <Row gap={12} align="end">
          <Select
            label={t('campaigns.quiet.from')}
            items={items}
            value={`${quiet.from}`}
            onChange={choose('from')}
            isDisabled={isDisabled}
          />
          <Select
            label={t('campaigns.quiet.until')}
            items={items}
            value={`${quiet.until}`}
            onChange={choose('until')}
            isDisabled={isDisabled}
          />
        </Row>
        <Switch
          isSelected={quiet.weekends}
          onChange={(weekends) => change({ quiet: { ...quiet, weekends } })}
          isDisabled={isDisabled}
        >
          {t('campaigns.quiet.weekends')}
        </Switch>
        <p className="ui-muted">{t('campaigns.quiet.note')}</p>
        <NumberOfDays
          label={t('campaigns.runs')}
          value={days}
          least={1}
          most={longest}
          isDisabled={isDisabled}
          onChange={(next) => change({ days: next })}
        />
      </Stack>
    </Card>
  )
}

interface NumberOfDaysProps {
  label: string
  value: number
  least: number
  most: number
  isDisabled: boolean
  onChange: (days: number) => void
}

/** A whole number of days; what is none is not taken, and gone once the field is left. */
export function NumberOfDays({ value, least, most, onChange, ...props }: NumberOfDaysProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const write = (next: string) => {
    setTyped(next)
    const days = /^\d{1,3}$/.test(next.trim()) ? Number(next) : Number.NaN
    if (days >= least && days <= most && days !== value) onChange(days)
  }
  return (
    <TextField
      {...props}
      inputMode="numeric"
      value={typed ?? `${value}`}
      onChange={write}
      onBlur={() => setTyped(null)}
      maxLength={3}
    />
  )
}
