import { PenLine } from 'lucide-react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Card, LinkButton, Stack, sayRefusal } from '#ui'
import { type Academy, makePractice } from '../contract.ts'
import { useText } from './text.ts'

/** A course of one's own in which to try things, which nobody else sees. */
export function Practice({ practice }: Pick<Academy, 'practice'>) {
  const t = useText()
  const navigate = useNavigate()
  const make = useWrite(makePractice, ['academy', 'my-courses'])
  const begin = () =>
    make.mutate(
      {},
      {
        onSuccess: ({ id }) => void navigate(linkTo(paths.editor, { courseId: id })),
        onError: sayRefusal,
      },
    )
  return (
    <Card title={t('academy.practice')}>
      <Stack>
        <p>{t('academy.practice.text')}</p>
        <div>
          {practice ? (
            <LinkButton icon={PenLine} href={linkTo(paths.editor, { courseId: practice.id })}>
              {t('academy.practice.open', { title: practice.title })}
            </LinkButton>
          ) : (
            <Button icon={PenLine} isPending={make.isPending} onPress={begin}>
              {t('academy.practice.make')}
            </Button>
          )}
        </div>
      </Stack>
    </Card>
  )
}
