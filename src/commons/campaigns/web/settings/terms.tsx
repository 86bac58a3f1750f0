import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Card, Form, Switch, TextField, Time, toast } from '#ui'
import { type CampaignSettings, setCampaignSettings } from '../../settings.contract.ts'
import { useText } from '../text.ts'

interface Typed {
  times: string
  days: string
  countsOpens: boolean
  needsApproval: boolean
}

/** What is said so far, and the way to say it; taken back with one press. */
function useTerms({ capTimes, capDays, countsOpens, needsApproval }: CampaignSettings) {
  const t = useText()
  const [typed, setTyped] = useState<Typed>({
    ...{ times: `${capTimes}`, days: `${capDays}`, countsOpens, needsApproval },
  })
  const set = useWrite(setCampaignSettings, ['campaigns'])
  const before = { capTimes, capDays, countsOpens, needsApproval }
  const save = (body: typeof before, undo?: () => void) =>
    set.mutate(
      { body },
      {
        onSuccess: () => toast({ text: t('campaigns.saved'), tone: 'success', ...(undo && { undo }) }),
      },
    )
  const send = () => {
    const { times, days, ...rest } = typed
    save({ ...rest, capTimes: Number(times), capDays: Number(days) }, () => save(before))
  }
  return { typed, change: (part: Partial<Typed>) => setTyped({ ...typed, ...part }), send, set }
}

/** How often members hear of campaigns at most, and who agrees to one. */
export function Terms({ settings }: { settings: CampaignSettings }) {
  const t = useText()
  const { typed, change, send, set } = useTerms(settings)
  const { changed, can, capTimes, capDays } = settings
  const number = { inputMode: 'numeric', maxLength: 2, isDisabled: !can.set, isRequired: true } as const
  return (
    <Card>
      <Form onSubmit={send} error={set.error}>
        <p>{t('campaigns.terms.cap', { times: capTimes, days: capDays })}</p>
        <div className="campaign-pair">
          <TextField
            {...number}
            label={t('campaigns.terms.times')}
            name="capTimes"
            value={typed.times}
            onChange={(times) => change({ times })}
          />
          <TextField
            {...number}
            label={t('campaigns.terms.days')}
            name="capDays"
            value={typed.days}
            onChange={(days) => change({ days })}
          />
        </div>
        <Decisions {...{ typed, change }} isDisabled={!can.set} />
        <p className="ui-muted">
          {changed
            ? t.rich('campaigns.terms.changed', {
                ...{ name: changed.by.name, time: <Time key="at" at={changed.at} isSaid /> },
              })
            : t('campaigns.terms.usual')}
        </p>
        {can.set && (
          <div>
            <Button type="submit" look="primary" isPending={set.isPending}>
              {t('campaigns.terms.save')}
            </Button>
          </div>
        )}
      </Form>
    </Card>
  )
}

interface DecisionsProps {
  typed: Typed
  change: (part: Partial<Typed>) => void
  isDisabled: boolean
}

function Decisions({ typed, change, isDisabled }: DecisionsProps) {
  const t = useText()
  return (
    <>
      <Switch
        isSelected={typed.needsApproval}
        onChange={(needsApproval) => change({ needsApproval })}
        isDisabled={isDisabled}
      >
        {t('campaigns.terms.approval')}
      </Switch>
      <Switch
        isSelected={typed.countsOpens}
        onChange={(countsOpens) => change({ countsOpens })}
        isDisabled={isDisabled}
        hint={t('campaigns.terms.opensHint')}
      >
        {t('campaigns.terms.opens')}
      </Switch>
    </>
  )
}
