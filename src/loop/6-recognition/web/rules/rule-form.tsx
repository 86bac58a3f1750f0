import { useState } from 'react'
import { Button, Card, Form, type FormProps, Stack, TextField } from '#ui'
import type { RuleBody } from '../../rules/language.ts'
import { AboutFields } from './about-fields.tsx'
import { type Draft, namesOf, ruleOf } from './draft.ts'
import { GivesFields, LimitFields } from './gives-fields.tsx'
import { Sentence } from './sentence.tsx'
import { useText } from './text.ts'
import { WhenFields } from './when-fields.tsx'
import './rules.css'

interface RuleFormProps {
  draft: Draft
  onChange: (draft: Draft) => void
  action: string
  isPending: boolean
  error: FormProps['error']
  onSend: (rule: RuleBody & { name: string }) => void
}

/** A rule being written, and the same in words, which follow what is written. */
export function RuleForm({ draft, onChange, action, isPending, error, onSend }: RuleFormProps) {
  const t = useText()
  const [isEmpty, setEmpty] = useState(false)
  const rule = ruleOf(draft)
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const givesNothing = rule.gives.length === 0 && !rule.badge && !rule.bonus
  const send = () => {
    setEmpty(givesNothing)
    if (!givesNothing) onSend(rule)
  }
  return (
    <Form onSubmit={send} error={isEmpty && givesNothing ? t('rule.nothing') : error}>
      <div className="rule-words" role="status" aria-label={t('rule.says')}>
        <Card tone="warm" title={t('rule.says')}>
          <Sentence rule={{ ...rule, ...namesOf(draft) }} />
        </Card>
      </div>
      <Card>
        <Stack gap={24}>
          <TextField
            label={t('rule.name')}
            name="name"
            hint={t('rule.nameHint')}
            value={draft.name}
            onChange={(name) => change({ name })}
            maxLength={80}
            isRequired
          />
          <WhenFields draft={draft} change={change} />
          <Part title={t('rule.gives')}>
            <GivesFields draft={draft} change={change} />
          </Part>
          <Part title={t('rule.limits')}>
            <LimitFields draft={draft} change={change} />
          </Part>
          <Part title={t('rule.onlyFor')}>
            <AboutFields draft={draft} change={change} />
          </Part>
          <div>
            <Button type="submit" look="primary" isPending={isPending}>
              {action}
            </Button>
          </div>
        </Stack>
      </Card>
    </Form>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="rule-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
