import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Card, Link, Row, Stack, sayRefusal, toast } from '#ui'
import { type Academy, closeAcademy, openAcademy } from '../contract.ts'
import { useText } from './text.ts'

const languages = ['en', 'fr'] as const
const topics = ['academy', 'groups', 'courses']

/** For who answers for the academy: what is open, what is stopped, and the way to open more or to close it. */
export function Manage({ academy }: { academy: Academy }) {
  const t = useText()
  const open = useWrite(openAcademy, topics)
  const missing = languages.filter((one) => !academy.languages.some(({ language }) => language === one))
  const opened = academy.languages.map(({ language }) => language)
  const add = (language: (typeof languages)[number]) =>
    open.mutate(
      { body: { languages: [language] } },
      { onSuccess: () => toast({ text: t('academy.add.begun'), tone: 'success' }), onError: sayRefusal },
    )
  const again = () => open.mutate({ body: { languages: opened } }, { onError: sayRefusal })
  return (
    <Card title={t('academy.manage')}>
      <Stack>
        {academy.stopped.length > 0 && <Stopped stopped={academy.stopped} onAgain={again} />}
        <p>{t('academy.manage.text')}</p>
        {academy.groupId && (
          <Link href={linkTo(paths.group, { groupId: academy.groupId })}>{t('academy.manage.group')}</Link>
        )}
        <Row>
          {missing.map((language) => (
            <Button key={language} isPending={open.isPending} onPress={() => add(language)}>
              {t(`academy.add.${language}`)}
            </Button>
          ))}
          <Close languages={opened} />
        </Row>
      </Stack>
    </Card>
  )
}

function Stopped({ stopped, onAgain }: Pick<Academy, 'stopped'> & { onAgain: () => void }) {
  const t = useText()
  return (
    <Callout tone="warning" title={t('academy.stopped', { count: stopped.length })}>
      <Stack gap={8}>
        <p>{t('academy.stopped.text')}</p>
        <ul className="academy-left">
          {stopped.map(({ id, title }) => (
            <li key={id}>
              <Link href={linkTo(paths.editor, { courseId: id })}>{title}</Link>
            </li>
          ))}
        </ul>
        <div>
          <Button size="sm" onPress={onAgain}>
            {t('academy.stopped.again')}
          </Button>
        </div>
      </Stack>
    </Callout>
  )
}

function Close({ languages: opened }: { languages: Academy['languages'][number]['language'][] }) {
  const t = useText()
  const close = useWrite(closeAcademy, topics)
  const open = useWrite(openAcademy, topics)
  const undo = () => open.mutate({ body: { languages: opened } }, { onError: sayRefusal })
  const send = () =>
    close.mutate({}, { onSuccess: () => toast({ text: t('academy.close.done'), undo }), onError: sayRefusal })
  return (
    <Button look="ghost" isPending={close.isPending} onPress={send}>
      {t('academy.close')}
    </Button>
  )
}
