import { Avatar, Card, Row, Stack, Time } from '#ui'
import type { Volunteering } from '../contract.ts'
import { useText } from './text.ts'

/** Who greets the reader, and what they said once they did. */
export function Welcome({ volunteering: { greeting, sponsor, group } }: { volunteering: Volunteering }) {
  const t = useText()
  const who = greeting?.by ?? sponsor
  return (
    <Card tone="tint">
      <Row isTight align="start">
        {who && <Avatar id={who.id} name={who.name} />}
        <Stack gap={4}>
          {greeting ? (
            <>
              <strong>{t('volunteers.greeted', { name: greeting.by.name })}</strong>
              <p className="volunteers-words">{t('volunteers.quote', { words: greeting.words })}</p>
              <span className="ui-muted">
                <Time at={greeting.at} />
              </span>
            </>
          ) : (
            <>
              <strong>{t('volunteers.thanks', { group: group.name })}</strong>
              <p className="ui-muted volunteers-words">
                {sponsor ? t('volunteers.willGreet', { name: sponsor.name }) : t('volunteers.nobody')}
              </p>
            </>
          )}
        </Stack>
      </Row>
    </Card>
  )
}
