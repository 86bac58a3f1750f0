import type { Scope } from '#platform/scope'
import { routes } from '#recognition'
import { makeRule, switchRuleOn } from '#recognition/rule.contract.ts'
import type { Story } from './material.ts'
import type { Recognition } from './recognition-material.ts'
import { call, type Due, known, type Scene, type Stage } from './stage.ts'

/** The rules that the company wrote, and when they act on what happens. */
export const ruleScenes = (stage: Stage, { rules }: Recognition): Scene[] =>
  rules.flatMap(({ by: who, day, on, badge, text }) => {
    let ruleId = ''
    const make = async (scope: Scope) => {
      const award = badge && {
        badge: { badgeId: known(stage.badges, badge.name, 'badge'), level: badge.level, to: badge.to },
      }
      ruleId = (await call(scope, routes, makeRule, { body: { ...text, ...award } })).id
    }
    const switchOn = (scope: Scope) =>
      call(scope, routes, switchRuleOn, { params: { ruleId }, body: { version: 1 } })
    const made: Scene = { day, turn: 9.7, who, play: make }
    return on === undefined ? [made] : [made, { day: on, turn: 0, who, play: switchOn }]
  })

/**
 * When rules may give something: they do so on that very day, as they would have, so that every account is moved in the
 * order of days, and what was given can be spent later on.
 */
export function earningDues(story: Story): Due[] {
  const task = 'rule-history' as const
  const verdicts = story.courses.flatMap(({ rounds }) => rounds.flatMap((round) => round.verdicts))
  const accepted = story.comments.flatMap(({ replies }) => replies.flatMap((reply) => reply.accepted ?? []))
  return [
    ...verdicts.filter(({ verdict }) => verdict === 'approve').map(({ day }) => ({ day, turn: 7.8, task })),
    ...accepted.map((day) => ({ day, turn: 8.8, task })),
  ]
}
