import { founding, roles } from '#people'
import { type Actor, nobody } from '#platform/scope'
import { seeded } from '#platform/seeded'
import { inScope, type Runtime } from '#platform/unit'
import type { Cast } from './material.ts'
import { act, known, momentOf, type Stage } from './stage.ts'

type Member = Cast['members'][number]
const dayLength = 86_400_000

/** Makes the organization, its groups and its people, on the day before the story begins. */
export async function castPeople(runtime: Runtime, cast: Cast, days: number, today: Date): Promise<Stage> {
  const begin = Math.floor(today.getTime() / dayLength) * dayLength - (days + 1) * dayLength
  const stage: Stage = {
    runtime,
    org: '',
    begin,
    actors: new Map(),
    groups: new Map(),
    needs: new Map(),
    topics: new Map(),
    badges: new Map(),
    courses: new Map(),
    surveys: new Map(),
    authors: new Map(),
    random: seeded(182),
    later: new Map(),
  }
  const admin = cast.members.find(({ roles }) => roles.some(({ role }) => role === 'admin'))
  if (!admin) throw new Error('The demo’s material has no administrator.')
  await foundOrganization(stage, cast, admin)
  for (const group of cast.groups.slice(1)) {
    const { key, name, colour, glyph } = group
    const parentId = known(stage.groups, group.parent ?? '', 'group')
    const values = { parentId, name, colour, glyph, private: group.private }
    const { id } = await act(stage, admin.key, momentOf(stage, 0), (scope) =>
      founding.addGroup(scope, values),
    )
    stage.groups.set(key, id)
  }
  for (const member of cast.members) if (member !== admin) await join(stage, cast, admin.key, member)
  return stage
}

const emailOf = ({ key }: Member, { domain }: Cast) => `${key.replaceAll('-', '.')}@${domain}`

async function foundOrganization(stage: Stage, cast: Cast, admin: Member): Promise<void> {
  const unit = { org: nobody.id, readOnly: false, now: momentOf(stage, 0) }
  await inScope(
    stage.runtime,
    unit,
    () => nobody,
    async (scope) => {
      const { name, language } = admin
      const made = await founding.addOrganization(scope, {
        organization: cast.organization,
        name,
        email: emailOf(admin, cast),
        password: null,
        locale: language,
        demo: true,
      })
      stage.org = scope.org
      stage.groups.set(cast.groups[0]?.key ?? '', made.groupId)
      stage.actors.set(admin.key, { ...scope.actor })
    },
  )
}

/** A member joins as a learner of their groups, and holds the further roles they were given. */
async function join(stage: Stage, cast: Cast, admin: string, member: Member): Promise<void> {
  const { key, name, title, language } = member
  const grants = [
    ...member.groups.map((group) => ({ group, role: 'learner' as const })),
    ...member.roles,
  ].map(({ group, role }) => ({ groupId: known(stage.groups, group, 'group'), role }))
  const [first, ...rest] = grants
  if (!first) throw new Error(`The demo’s material gives ${key} no group.`)
  await act(stage, admin, momentOf(stage, 0), async (scope) => {
    const { id } = await founding.addMember(scope, {
      name,
      title,
      email: emailOf(member, cast),
      locale: language,
      ...first,
    })
    for (const grant of rest) await roles.grantRole(scope, { memberId: id, ...grant })
    const actor: Actor = {
      ...nobody,
      id,
      name,
      locale: language,
      grants: grants.map(({ groupId: on, role }) => ({
        on,
        role,
        private: cast.groups.some(({ key, ...group }) => group.private && stage.groups.get(key) === on),
      })),
    }
    stage.actors.set(key, actor)
  })
}
