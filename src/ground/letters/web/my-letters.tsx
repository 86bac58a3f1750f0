import { useRead, useWrite } from '#platform/web/use'
import { Callout, Card, Stack, Switch, toast } from '#ui'
import { chooseLetters, getLetterChoices, type Topic } from '../contract.ts'
import { useText } from './text.ts'

/** Which mails one wants. */
export function MyLetters() {
  const t = useText()
  const read = useRead(getLetterChoices, {}, { topics: ['letters'] })
  const choose = useWrite(chooseLetters, ['letters'])
  const set = (topic: Topic, isWanted: boolean) =>
    choose.mutate({ params: { topic }, body: { isWanted } }, { onSuccess: () => toast(t('letters.kept')) })
  if (!read.data) return null
  return (
    <Card title={t('letters.title')} id="letters">
      <Stack gap={12}>
        <p className="ui-muted">{t('letters.lead')}</p>
        {read.data.isRefused && <Callout tone="warning">{t('letters.refused')}</Callout>}
        {read.data.topics.map(({ topic, isWanted }) => (
          <Switch key={topic} isSelected={isWanted} onChange={(on) => set(topic, on)}>
            {t(`letters.topic.${topic}`)}
          </Switch>
        ))}
      </Stack>
    </Card>
  )
}
