import { DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Card, CheckboxGroup, Form, Stack } from '#ui'
import { openAcademy } from '../contract.ts'
import { useText } from './text.ts'

const languages = ['en', 'fr'] as const
type Language = (typeof languages)[number]

/** What opening the academy does, in which languages, and the button that does it. */
export function Opening({ isAgain }: { isAgain: boolean }) {
  const t = useText()
  const { locale } = useSession().member
  const [chosen, choose] = useState<readonly string[]>([locale])
  const open = useWrite(openAcademy, ['academy', 'groups', 'courses'])
  // What one reads oneself comes first: the group is called in that language.
  const asked = languages.filter((one) => chosen.includes(one)).sort((a) => (a === locale ? -1 : 1))
  const send = () => open.mutate({ body: { languages: asked as Language[] } })
  return (
    <Card title={t(isAgain ? 'academy.reopen' : 'academy.open')}>
      <Form onSubmit={send} error={open.error}>
        <Stack>
          <p>{t(isAgain ? 'academy.reopen.text' : 'academy.open.text')}</p>
          <CheckboxGroup
            label={t('academy.open.languages')}
            items={languages.map((id) => ({ id, label: t(`academy.language.${id}`) }))}
            value={chosen}
            onChange={choose}
          />
          <div>
            <Button
              type="submit"
              look="primary"
              icon={DoorOpen}
              isPending={open.isPending}
              isDisabled={asked.length === 0}
            >
              {t(isAgain ? 'academy.reopen' : 'academy.open')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}
