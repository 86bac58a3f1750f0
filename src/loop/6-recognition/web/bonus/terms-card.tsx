import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  CheckboxGroup,
  Dialog,
  Form,
  RadioGroup,
  Row,
  Stack,
  TextField,
  toast,
  useList,
} from '#ui'
import { type Approver, type BonusSettings, setBonusSettings } from '../../bonus.contract.ts'
import { useText } from './text.ts'
import { Unfinished } from './unfinished.tsx'

type Terms = NonNullable<BonusSettings['terms']>
const approvers = ['manager', 'manager-above', 'admin'] as const

/** What bonuses are here, for everybody to read; the way to say it, for who may. */
export function TermsCard({ settings: { terms, unfinished, can } }: { settings: BonusSettings }) {
  const t = useText()
  const list = useList()
  const [isOpen, setOpen] = useState(false)
  if (!terms && !can.set) return null
  return (
    <Card title={t('bonus.settings')}>
      <Stack>
        <Row justify="between" gap={12}>
          <span>
            {terms &&
              t('bonus.settings.words', {
                ...{ currency: terms.currency, every: terms.every },
                chain: list(terms.chain.map((one) => t(`bonus.chain.${one}`))),
              })}
          </span>
          {can.set && (
            <Button onPress={() => setOpen(true)}>
              {t(terms ? 'bonus.settings.set' : 'bonus.settings.say')}
            </Button>
          )}
        </Row>
        <Unfinished unfinished={unfinished} />
      </Stack>
      {isOpen && <TermsForm terms={terms} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function TermsForm({ terms, onClose }: { terms: Terms | null; onClose: () => void }) {
  const t = useText()
  const set = useWrite(setBonusSettings, ['bonuses'])
  const [currency, setCurrency] = useState(terms?.currency ?? '')
  const [every, setEvery] = useState<Terms['every']>(terms?.every ?? 'quarter')
  const [chain, setChain] = useState<readonly Approver[]>(terms?.chain ?? ['admin'])
  const done = () => {
    onClose()
    toast({ text: t('bonus.settings.saved'), tone: 'success' })
  }
  const save = () => set.mutate({ body: { currency, every, chain: [...chain] } }, { onSuccess: done })
  return (
    <Dialog title={t(terms ? 'bonus.settings.set' : 'bonus.settings.say')} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={set.error}>
        <TextField
          label={t('bonus.settings.currency')}
          name="currency"
          hint={t('bonus.settings.currencyHint')}
          value={currency}
          onChange={(words) => setCurrency(words.toUpperCase())}
          maxLength={3}
          isRequired
          autoFocus
        />
        <RadioGroup<Terms['every']>
          label={t('bonus.settings.every')}
          items={(['month', 'quarter', 'year'] as const).map((id) => ({
            ...{ id, label: t(`bonus.settings.every.${id}`) },
          }))}
          value={every}
          onChange={setEvery}
        />
        <CheckboxGroup<Approver>
          label={t('bonus.settings.chain')}
          hint={t('bonus.settings.chainHint')}
          items={approvers.map((id) => ({ id, label: t(`bonus.approver.${id}`) }))}
          value={chain}
          onChange={setChain}
          isRequired
        />
        <Button type="submit" look="primary" isPending={set.isPending}>
          {t('bonus.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
