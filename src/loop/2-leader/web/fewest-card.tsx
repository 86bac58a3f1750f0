import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Card, Dialog, Form, Row, Select, Stack, toast } from '#ui'
import { type FewestState, setFewestTold } from '../fewest.contract.ts'
import { mostFewest, usualFewest } from '../fewest-limits.ts'
import { Decided } from './decided.tsx'
import { useText } from './text.ts'

/** About how many people a figure must be to be told, who said so, and the way to say it anew. */
export function FewestCard({ state }: { state: FewestState }) {
  const t = useText()
  const [isDeciding, setDeciding] = useState(false)
  const { told, shown, changed, can } = state
  return (
    <Card title={t('leader.fewest')}>
      <Stack>
        <p>{t('leader.fewest.for')}</p>
        <dl className="leader-terms">
          <dt>{t('leader.fewest.told')}</dt>
          <dd>{t('leader.fewest.atLeast', { people: told })}</dd>
          <dt>{t('leader.fewest.shown')}</dt>
          <dd>{t('leader.fewest.atLeast', { people: shown })}</dd>
        </dl>
        <Row justify="between">
          <span className="ui-muted">
            <Decided changed={changed} />
          </span>
          {can.set && (
            <Button onPress={() => setDeciding(true)} aria-label={t('leader.fewest.decide')}>
              {t('leader.purpose.change')}
            </Button>
          )}
        </Row>
      </Stack>
      {isDeciding && <FewestForm state={state} onClose={() => setDeciding(false)} />}
    </Card>
  )
}

const choices = Array.from({ length: mostFewest - usualFewest + 1 }, (_, more) => usualFewest + more)

function FewestForm({ state, onClose }: { state: FewestState; onClose: () => void }) {
  const t = useText()
  const [people, setPeople] = useState(state.told)
  const set = useWrite(setFewestTold, ['detection', 'radar', 'topics', 'experts', 'surveys'])
  const onSuccess = () => {
    toast({ text: t('leader.fewest.saved', { people }), tone: 'success' })
    onClose()
  }
  return (
    <Dialog title={t('leader.fewest.decide')} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => set.mutate({ body: { people } }, { onSuccess })} error={set.error}>
        <Select
          label={t('leader.fewest.people')}
          name="people"
          value={`${people}`}
          items={choices.map((count) => ({
            id: `${count}`,
            label: t('leader.fewest.option', { people: count }),
          }))}
          onChange={(count) => setPeople(Number(count))}
        />
        {people > state.told && <Callout>{t('leader.fewest.raising')}</Callout>}
        <div>
          <Button type="submit" look="primary" isPending={set.isPending}>
            {t('leader.fewest.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
