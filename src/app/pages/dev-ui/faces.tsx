import { Avatar, AvatarStack, Emblem, Row } from '#ui'
import { groups, people } from './people.ts'

const sizes = ['xs', 'sm', 'md', 'lg', 'xl'] as const
const picture = '/icon.svg'
const pictured = people.slice(4, 7).map(({ id, name }) => ({ id, name, src: picture }))

/** People and groups of people. */
export function Faces() {
  return (
    <>
      <Row>
        {people.map(({ id, name }) => (
          <Avatar key={id} id={id} name={name} isNamed />
        ))}
      </Row>
      <Row>
        {sizes.map((size) => (
          <Avatar key={size} {...people[2]} size={size} />
        ))}
        {sizes.map((size) => (
          <Avatar key={size} {...people[7]} size={size} src={picture} hasRing />
        ))}
      </Row>
      <Row>
        {sizes.map((size) => (
          <AvatarStack key={size} people={people.slice(0, 2)} total={31} size={size} />
        ))}
        <AvatarStack people={people} />
        <AvatarStack people={people} limit={2} />
        <AvatarStack people={pictured} />
      </Row>
      <Row>
        {groups.map(({ id, ...group }) => (
          <Emblem key={id} {...group} isNamed />
        ))}
      </Row>
      <Row>
        {sizes.map((size) => (
          <Emblem key={size} {...groups[5]} size={size} />
        ))}
        {sizes.map((size) => (
          <Emblem key={size} colour="plum" name={groups[3].name} size={size} />
        ))}
      </Row>
    </>
  )
}
