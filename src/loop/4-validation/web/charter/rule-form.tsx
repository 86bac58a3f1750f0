import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { useSaidLast } from '#platform/web/use-said-last'
import { Button, Row, Select, Stack, sayRefusal, TextField, toast, useNumber } from '#ui'
import { levels } from '../../charter/names.ts'
import { type CharterRule, leaveCharterRule, setCharterRule } from '../../charter.contract.ts'
import { useText } from '../text.ts'

interface RuleFormProps {
  groupId: string
  rule: CharterRule
  /** Whether the reader may change it. */
  isOpen: boolean
}

/** What is said of a rule. */
interface Setting {
  level: CharterRule['level']
  figure: number | null
}

/** What a rule does and its figure: to change where one may, else to read. */
export function RuleForm({ groupId, rule: { rule, level, figure, range, from }, isOpen }: RuleFormProps) {
  const t = useText()
  const number = useNumber()
  const turn = `rule:${groupId}:${rule}`
  const set = useWrite(setCharterRule, ['charter'], turn)
  const leave = useWrite(leaveCharterRule, ['charter'], turn)
  const name = t(`validation.rule.${rule}`)
  const params = { groupId, rule }
  const { say, latest } = useSaidLast(async (body: Setting | null) => {
    await (body ? set.mutateAsync({ params, body }) : leave.mutateAsync({ params }))
    toast({ text: t('validation.charter.saved'), tone: 'success' })
  }, sayRefusal)
  // What was changed a moment ago is not undone by what is changed now.
  const save = (part: Partial<Setting>) => say({ level, figure, ...latest(), ...part })
  if (!isOpen)
    return (
      <>
        {t(`validation.charter.${level}`)}
        {figure !== null && `, ${number(figure)}`}
      </>
    )
  return (
    <Stack gap={8}>
      <Row isTight className="charter-level">
        <Select
          label={`${t('validation.charter.level')}: ${name}`}
          isLabelHidden
          items={levels.map((id) => ({ id, label: t(`validation.charter.${id}`) }))}
          value={level}
          onChange={(next) => save({ level: next })}
        />
        {range && (
          <div className="charter-figure">
            <Figure
              key={figure}
              label={`${t('validation.charter.figure')}: ${name}`}
              figure={figure ?? range.least}
              onSave={(next) => save({ figure: next })}
            />
          </div>
        )}
      </Row>
      {from?.id === groupId && (
        <Button
          size="sm"
          look="ghost"
          aria-label={t('validation.charter.leaveWhat', { rule: name })}
          onPress={() => say(null)}
        >
          {t('validation.charter.leave')}
        </Button>
      )}
    </Stack>
  )
}

interface FigureProps {
  label: string
  figure: number
  onSave: (figure: number) => void
}

/** The one figure of a rule, saved when one leaves it. */
function Figure({ label, figure, onSave }: FigureProps) {
  const [text, setText] = useState(`${figure}`)
  const leave = () => {
    if (/^\d{1,4}$/.test(text.trim())) {
      if (Number(text) !== figure) onSave(Number(text))
    } else setText(`${figure}`)
  }
  return (
    <TextField
      label={label}
      isLabelHidden
      inputMode="numeric"
      value={text}
      onChange={setText}
      onBlur={leave}
    />
  )
}
