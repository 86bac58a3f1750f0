import {
  CheckboxGroup,
  type Choice,
  Combobox,
  Grid,
  RadioGroup,
  Select,
  TagPicker,
  TextArea,
  TextField,
} from '#ui'
import { choices } from './choices.tsx'
import { useText } from './samples.ts'

const some = choices.slice(0, 2)
const none: readonly Choice[] = []
const nothing = () => undefined
const heads = [
  { id: 'must', isRequired: true },
  { id: 'may', isOptional: true },
  { id: 'silent', isLabelHidden: true },
] as const

/** Every field as one that must be filled in, as one that may be left out, and with its label hidden. */
export function AskingFields() {
  const t = useText()
  const hint = t('dev.hint')
  return heads.map(({ id, ...head }) => (
    <Grid key={id}>
      <TextField label={t('dev.name')} hint={hint} {...head} />
      <TextArea label={t('dev.details')} hint={hint} lines={1} {...head} />
      <Select label={t('dev.group')} hint={hint} items={choices} {...head} />
      <Combobox
        label={t('dev.person')}
        hint={hint}
        items={choices}
        value={null}
        onChange={nothing}
        {...head}
      />
      <TagPicker
        label={t('dev.coAuthors')}
        hint={hint}
        items={choices}
        value={none}
        onChange={nothing}
        {...head}
      />
      <RadioGroup label={t('dev.author')} hint={hint} items={some} {...head} />
      <CheckboxGroup label={t('dev.readers')} hint={hint} items={some} {...head} />
    </Grid>
  ))
}
