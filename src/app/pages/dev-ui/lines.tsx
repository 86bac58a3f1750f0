import { Search } from 'lucide-react'
import { Grid, SearchField, TextArea, TextField } from '#ui'
import { people } from './people.ts'
import { useText } from './samples.ts'

const kinds = [
  { type: 'text', words: 'dev.name', value: people[7].name },
  { type: 'email', words: 'dev.email', value: 'lena@meridian.example' },
  { type: 'password', words: 'dev.password', value: 'a long enough phrase' },
  { type: 'url', words: 'dev.address', value: 'https://meridian.example' },
  { type: 'tel', words: 'dev.phone', value: '+47 555 0199' },
  { type: 'date', words: 'dev.day', value: '2026-03-03' },
  { type: 'time', words: 'dev.hour', value: '15:00' },
  { type: 'datetime-local', words: 'dev.moment', value: '2026-03-03T15:00' },
  { type: 'number', words: 'dev.voices', value: '23' },
] as const

/** Every kind of line to write in, each written in. */
export function Lines() {
  const t = useText()
  return (
    <Grid>
      {kinds.map(({ type, words, value }) => (
        <TextField key={type} type={type} label={t(words)} defaultValue={value} autoComplete="off" />
      ))}
      <TextField label={t('dev.duration')} defaultValue="17" inputMode="numeric" after={t('dev.minutes')} />
      <TextField label={t('dev.name')} placeholder={t('dev.typeName')} icon={Search} maxLength={80} />
      <TextArea label={t('dev.details')} defaultValue={t('dev.long')} maxLength={160} />
      <SearchField label={t('dev.searchPlace')} />
      <SearchField label={t('dev.searchPlace')} defaultValue={t('dev.topic')} keys="mod+k" />
    </Grid>
  )
}
