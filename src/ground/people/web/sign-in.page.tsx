import { paths } from '#paths'
import { Card, Link } from '#ui'
import { Door, useEntrance } from './door.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useText } from './text.ts'

/** Sign in, and go to the page one wanted. */
export function Component() {
  const t = useText()
  const enter = useEntrance()
  return (
    <Door title={t('people.signIn.title')}>
      <Card>
        <SignInForm onIn={enter} />
      </Card>
      <Link href={paths.forgotten}>{t('people.forgotten.link')}</Link>
    </Door>
  )
}
