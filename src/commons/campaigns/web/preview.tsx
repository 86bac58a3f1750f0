import { Send } from 'lucide-react'
import { useState } from 'react'
import { usePeopleSearch, useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  Callout,
  Card,
  Chip,
  Combobox,
  ErrorState,
  Row,
  Select,
  Skeleton,
  Stack,
  Time,
  toast,
} from '#ui'
import { previewCampaign, type ShownCampaign, testCampaign } from '../campaign.contract.ts'
import type { Step } from '../language.ts'
import { saidIn } from '../words/said-in.ts'
import { letterOf } from './letter-of.ts'
import { useText } from './text.ts'

interface Chosen {
  id: string
  label: string
}

/** A step as any member would get it; and the way to send it to oneself. */
export function Preview({ campaign }: { campaign: ShownCampaign }) {
  const t = useText()
  const { member } = useSession()
  const search = usePeopleSearch({ isOneselfToo: true })
  const { steps } = campaign.body
  const [stepId, chooseStep] = useState<string | null>(null)
  const [variant, chooseVariant] = useState(0)
  const [who, choose] = useState<Chosen | null>({ id: member.id, label: member.name })
  const step = steps.find(({ id }) => id === stepId) ?? steps[0]
  const test = useWrite(testCampaign)
  const called = (one: Step, number: number) => {
    const title = saidIn(one.variants[0] ?? {}, member.locale).said.subject
    return title ? t('campaigns.preview.titled', { number, title }) : t('campaigns.step.one', { number })
  }
  if (!step) return <p className="ui-muted">{t('campaigns.preview.none')}</p>
  const params = { campaignId: campaign.id }
  const send = () =>
    test.mutate(
      { params, body: { step: step.id, variant } },
      {
        onSuccess: ({ to }) => toast({ text: t('campaigns.preview.tested', { email: to }), tone: 'success' }),
      },
    )
  return (
    <Stack gap={16}>
      <Row gap={16} align="end" className="campaign-choices">
        <Select
          label={t('campaigns.preview.step')}
          items={steps.map((one, at) => ({ id: one.id, label: called(one, at + 1) }))}
          value={step.id}
          onChange={(id) => {
            chooseStep(id)
            chooseVariant(0)
          }}
        />
        {step.variants.length > 1 && (
          <Select
            label={t('campaigns.preview.variant')}
            items={step.variants.map((_, index) => ({
              ...{ id: `${index}`, label: t('campaigns.variant', { letter: letterOf(index) }) },
            }))}
            value={`${variant}`}
            onChange={(index) => chooseVariant(Number(index))}
          />
        )}
        <Combobox label={t('campaigns.preview.member')} search={search} value={who} onChange={choose} />
        {step.channel === 'mail' && (
          <Button icon={Send} isPending={test.isPending} onPress={send}>
            {t('campaigns.preview.test')}
          </Button>
        )}
      </Row>
      {test.error && <Callout tone="danger">{test.error.message}</Callout>}
      {who && <Shown {...{ params, who, step: step.id }} variant={`${variant}` as ShownProps['variant']} />}
    </Stack>
  )
}

interface ShownProps {
  params: { campaignId: string }
  who: Chosen
  step: string
  variant: '0' | '1' | '2' | '3'
}

function Shown({ params, who, step, variant }: ShownProps) {
  const t = useText()
  const query = { memberId: who.id, step, variant }
  const read = useRead(previewCampaign, { params, query }, { topics: ['campaigns'], keepPrevious: true })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (!read.data) return <Skeleton shape="block" height="320px" />
  const { subject, text, calls, html, at, against, locale } = read.data
  return (
    <Stack gap={16}>
      {against && (
        <Callout tone="warning">{t(`campaigns.preview.against.${against}`, { name: who.label })}</Callout>
      )}
      {!against && at && (
        <p className="ui-muted">
          {t.rich('campaigns.preview.at', { time: <Time key="at" at={at} isSaid /> })}
        </p>
      )}
      <Card>
        <Stack gap={12}>
          <h2 lang={locale}>{subject || '…'}</h2>
          {html ? (
            <iframe title={t('campaigns.preview.mail')} className="campaign-mail" sandbox="" srcDoc={html} />
          ) : (
            <>
              <p className="campaign-text" lang={locale}>
                {text}
              </p>
              <Row gap={8}>
                {calls.map(({ call, label }) => (
                  <Chip key={call}>{label}</Chip>
                ))}
              </Row>
            </>
          )}
        </Stack>
      </Card>
    </Stack>
  )
}
