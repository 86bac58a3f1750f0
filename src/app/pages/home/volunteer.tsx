import { HandHeart } from 'lucide-react'
import { useNavigate } from 'react-router'
import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, LinkButton, Stack, sayRefusal } from '#ui'
import { getVolunteering, volunteerNow } from '#volunteers/contract.ts'
import { useText } from '../../web/text.ts'

/** The way to share what one knows: to say so, then to the next step, until one did something. Whoever leads does already. */
export function Volunteer() {
  const leads = holdsRole(useSession(), 'leader')
  const read = useRead(getVolunteering, {}, { topics: ['volunteers'] })
  if (!read.data) return null
  const [mine] = read.data.items
  if (mine) return mine.done.length === 0 ? <Next /> : null
  return leads ? null : <Offer />
}

function Offer() {
  const t = useText()
  const navigate = useNavigate()
  const come = useWrite(volunteerNow, ['volunteers'])
  const say = () =>
    come.mutate({ body: {} }, { onSuccess: () => void navigate(paths.volunteer), onError: sayRefusal })
  return (
    <Card title={t('app.home.volunteer')} tone="tint">
      <Stack gap={12}>
        <p className="home-volunteer">{t('app.home.volunteerText')}</p>
        <div>
          <Button icon={HandHeart} isPending={come.isPending} onPress={say}>
            {t('app.home.volunteerCome')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}

function Next() {
  const t = useText()
  return (
    <Card title={t('app.home.volunteerNext')} tone="tint">
      <Stack gap={12}>
        <p className="home-volunteer">{t('app.home.volunteerNextText')}</p>
        <div>
          <LinkButton href={paths.volunteer}>{t('app.home.volunteerGo')}</LinkButton>
        </div>
      </Stack>
    </Card>
  )
}
