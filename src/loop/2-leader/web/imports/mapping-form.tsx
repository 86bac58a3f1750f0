import { Disclosure, Grid, Select } from '#ui'
import { broughtKinds, type Mapping } from '../../import.contract.ts'
import { useText } from '../text.ts'

type Column = 'helper' | 'helped' | 'at' | 'topic' | 'key' | 'useful' | 'kindColumn'

const needed: readonly Column[] = ['helper', 'helped', 'at', 'topic']
const more: readonly Column[] = ['key', 'useful', 'kindColumn']

interface MappingFormProps {
  columns: readonly string[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

/** Which column of the file says what. */
export function MappingForm({ columns, mapping, onChange }: MappingFormProps) {
  const t = useText()
  const change = (part: Partial<Mapping>) => onChange({ ...mapping, ...part })
  const field = (name: Column) => (
    <ColumnField key={name} name={name} columns={columns} value={mapping[name]} onChange={change} />
  )
  return (
    <>
      <Grid gap={16}>{needed.map(field)}</Grid>
      <Disclosure title={t('leader.import.more')}>
        <Grid gap={16}>
          {more.map(field)}
          <Manner mapping={mapping} onChange={change} />
        </Grid>
      </Disclosure>
    </>
  )
}

interface ColumnFieldProps {
  name: Column
  columns: readonly string[]
  value: string | null
  onChange: (part: Partial<Mapping>) => void
}

function ColumnField({ name, columns, value, onChange }: ColumnFieldProps) {
  const t = useText()
  const isNeeded = name === 'helper' || name === 'at'
  const none = isNeeded ? [] : [{ id: '', label: t('leader.import.none') }]
  return (
    <Select
      label={t(`leader.import.column.${name}`)}
      name={name}
      items={[...none, ...columns.map((id) => ({ id, label: id }))]}
      value={value ?? ''}
      onChange={(id) => onChange({ [name]: id === '' && !isNeeded ? null : id })}
    />
  )
}

const dates = ['iso', 'day-first', 'month-first'] as const
const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const

/** How the file is written, and what its lines are where none says it. */
function Manner({
  mapping,
  onChange,
}: Pick<MappingFormProps, 'mapping'> & Pick<ColumnFieldProps, 'onChange'>) {
  const t = useText()
  return (
    <>
      <Select
        label={t('leader.import.kind')}
        name="kind"
        items={broughtKinds.map((id) => ({ id, label: t(`leader.import.kind.${id}`) }))}
        value={mapping.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        label={t('leader.import.dates')}
        name="dates"
        items={dates.map((id) => ({ id, label: t(`leader.import.dates.${id}`) }))}
        value={mapping.dates}
        onChange={(one) => onChange({ dates: one })}
      />
      <Select
        label={t('leader.import.encoding')}
        name="encoding"
        items={encodings.map((id) => ({ id, label: id.toUpperCase() }))}
        value={mapping.encoding}
        onChange={(encoding) => onChange({ encoding })}
      />
    </>
  )
}
