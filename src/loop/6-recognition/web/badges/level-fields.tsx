import { Plus, Trash2 } from 'lucide-react'
import { Button, IconButton, Stack, TextArea, TextField } from '#ui'
import type { Badge } from '../../badge.contract.ts'
import { useText } from './text.ts'

type Levels = Badge['levels']

const most = 5
const usual = [1, 2, 3, 4, 5] as const

interface LevelFieldsProps {
  value: Levels
  onChange: (levels: Levels) => void
}

/** The levels of a badge: one, without more ado, or up to five with words of their own. */
export function LevelFields({ value, onChange }: LevelFieldsProps) {
  const t = useText()
  const named = (levels: Levels): Levels =>
    levels.map((level, at) =>
      level.name ? level : { ...level, name: t(`badge.levelUsual.${usual[at] ?? 1}`) },
    )
  const add = () => onChange(named([...value, { name: '', criteria: '' }]))
  const set = (at: number, change: Partial<Levels[number]>) =>
    onChange(value.map((level, place) => (place === at ? { ...level, ...change } : level)))
  return (
    <Stack gap={16}>
      {value.length > 1 &&
        value.map((level, at) => (
          // Levels are their places: there is nothing else by which they could be told apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <fieldset key={at} className="badge-level">
            <legend>{t('badge.level', { number: at + 1 })}</legend>
            <div className="badge-level-head">
              <TextField
                label={t('badge.levelName', { number: at + 1 })}
                value={level.name}
                onChange={(name) => set(at, { name })}
                maxLength={40}
                isRequired
              />
              <IconButton
                icon={Trash2}
                look="ghost"
                label={t('badge.removeLevel', { number: at + 1 })}
                onPress={() => onChange(value.filter((_, place) => place !== at))}
              />
            </div>
            <TextArea
              label={t('badge.levelCriteria', { number: at + 1 })}
              value={level.criteria}
              onChange={(criteria) => set(at, { criteria })}
              maxLength={500}
              isOptional
            />
          </fieldset>
        ))}
      {value.length < most && (
        <div>
          <Button icon={Plus} look="line" size="sm" onPress={add}>
            {t('badge.addLevel')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
