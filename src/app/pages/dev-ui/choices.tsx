import { Avatar, type Choice } from '#ui'
import { people } from './people.ts'

const [, , , , , away, , long] = people

/** People to choose from: one is away, one has more said of them. */
export const choices: readonly Choice[] = people.map((person) => ({
  id: person.id,
  label: person.name,
  before: <Avatar id={person.id} name={person.name} size="xs" />,
  hint: person === long ? 'lena.vogt@meridian.example' : undefined,
  ...(person === away && { isDisabled: true }),
}))
