import { MyLadder } from '#ladder/web/index.tsx'
import { MyDetection, MyNominations, MySurveys } from '#leader/web/index.tsx'
import { MyLetters } from '#letters/web/index.tsx'
import { Me } from '#people/web/index.tsx'
import { MyBadges, MyPoints, MyRings } from '#recognition/web/index.tsx'
import { Badge, Card, List, ListRow } from '#ui'
import { usePlaces } from '../web/places.ts'
import { useText } from '../web/text.ts'

/** Oneself; and on a phone the places that its bar has no room for. */
export function Component() {
  return (
    <Me
      places={<MorePlaces />}
      choices={
        <>
          <MyLadder />
          <MyPoints />
          <MyRings />
          <MyBadges />
          <MySurveys />
          <MyNominations />
          <MyDetection />
          <MyLetters />
        </>
      }
    />
  )
}

function MorePlaces() {
  const t = useText()
  const { beyondBar } = usePlaces()
  return (
    <Card isFlush className="app-beyond">
      <List label={t('app.place.more')}>
        {beyondBar.map(({ href, label, icon: Icon, count, countLabel }) => (
          <ListRow
            key={href}
            before={<Icon size={22} aria-hidden="true" />}
            title={label}
            href={href}
            after={count && <Badge count={count} {...(countLabel && { label: countLabel })} />}
          />
        ))}
      </List>
    </Card>
  )
}
