import { Button, Callout, Columns, Stack, TextField } from '#ui'
import type { ShownCampaign } from '../../campaign.contract.ts'
import { ClosedAcademy } from '../closed-academy.tsx'
import { useText } from '../text.ts'
import { AnswersCard } from './answers-card.tsx'
import { AudienceCard } from './audience-card.tsx'
import { Lacks } from './lacks.tsx'
import { changed, type PartProps } from './part.ts'
import { QuietCard } from './quiet-card.tsx'
import { Steps } from './steps.tsx'
import type { Desk } from './use-desk.ts'

/** What a campaign says to whom and when, as it is written; kept as one writes. */
export function Plan({ campaign, desk }: { campaign: ShownCampaign; desk: Desk }) {
  const t = useText()
  const { name, body, state, refusal, write, load } = desk
  const { can } = campaign
  const change: PartProps['change'] = (part) =>
    write((now) => ({ name: now.name, body: changed(now.body, part) }))
  const part = { campaign, body, change }
  return (
    <Columns
      asideLabel={t('campaigns.audience')}
      aside={
        <>
          <ClosedAcademy {...{ campaign, body }} />
          <Lacks body={body} gone={campaign.lacks} isShown={can.edit || can.rewrite} />
          <AudienceCard {...part} />
          <AnswersCard {...part} />
          <QuietCard {...part} />
        </>
      }
    >
      {state === 'elsewhere' && (
        <Callout
          tone="warning"
          title={t('campaigns.elsewhere')}
          action={<Button onPress={load}>{t('campaigns.load')}</Button>}
          isAlert
        >
          {t('campaigns.elsewhereText')}
        </Callout>
      )}
      {!can.edit && !can.rewrite && campaign.state === 'running' && (
        <Callout>{t('campaigns.standsNow')}</Callout>
      )}
      {(can.edit || can.rewrite) && (
        <Stack gap={12}>
          <TextField
            label={t('campaigns.name')}
            hint={t('campaigns.nameHint')}
            value={name}
            onChange={(next) => write((now) => ({ ...now, name: next }))}
            maxLength={80}
            isRequired
          />
          <p className="ui-muted" role="status">
            {state === 'saved' && t('campaigns.saved')}
            {state === 'saving' && t('campaigns.saving')}
            {(state === 'not-saved' || state === 'elsewhere') &&
              [t('campaigns.notSaved'), refusal].filter(Boolean).join(': ')}
          </p>
        </Stack>
      )}
      <Steps {...part} />
    </Columns>
  )
}
