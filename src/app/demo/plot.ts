import { claims, experts, nominate, privacy, surveys, topics } from '#leader'
import { closeNeed, mergeNeed, raiseNeed, voiceNeed } from '#need'
import type { Scope } from '#platform/scope'
import { badgeScenes } from './badging.ts'
import { campaignScenes } from './campaigning.ts'
import { checkingScenes } from './checking.ts'
import { earningDues, ruleScenes } from './earning.ts'
import { communityScenes } from './gathering.ts'
import type { Story } from './material.ts'
import { templateScenes } from './patterns.ts'
import { bonusScenes } from './paying.ts'
import type { Recognition } from './recognition-material.ts'
import { rewardScenes } from './redeeming.ts'
import { actorOf, type Due, known, type Scene, type Stage } from './stage.ts'
import { commentScenes } from './talking.ts'
import { thanksScenes, wallScenes } from './thanking.ts'
import { academyScenes } from './training.ts'
import { volunteerScenes } from './volunteering.ts'
import { courseScenes } from './writing.ts'

/** Who has the whole organization in hand. */
const administrator = 'marit-halvorsrud'

/** Every scene of the story but learning, in order. */
export function scenesOf(stage: Stage, story: Story, recognition: Recognition): (Scene | Due)[] {
  const scenes: (Scene | Due)[] = [
    ...story.needs.flatMap((need) => needScenes(stage, need)),
    ...story.courses.flatMap((course) => courseScenes(stage, course)),
    ...commentScenes(stage, story),
    ...checkingScenes(stage, story),
    ...templateScenes(stage, story),
    ...badgeScenes(stage, story),
    ...thanksScenes(stage, story, recognition),
    ...wallScenes(stage, recognition),
    ...ruleScenes(stage, recognition),
    ...earningDues(story),
    ...rewardScenes(stage, story, recognition),
    ...bonusScenes(stage, story, recognition),
    ...volunteerScenes(stage, story),
    ...campaignScenes(stage, story),
    ...communityScenes(stage, story),
    ...academyScenes(story),
    ...story.absent.map(({ who, day }) => ({ day, turn: 9, who, play: privacy.leaveDetection })),
    ...story.nominations.map((nomination) => nominationScene(stage, nomination)),
    ...story.topics.map((topic) => topicScene(stage, topic)),
    ...story.profiles.map(({ who, day, topics, ...said }) => ({
      day,
      turn: 9,
      who,
      play: (scope: Scope) => {
        const topicIds = topics.map((topic) => known(stage.topics, topic, 'topic'))
        return experts.setProfile(scope, { ...said, topicIds, until: null })
      },
    })),
    ...story.surveys.flatMap((survey) => surveyScenes(stage, survey)),
    ...story.purposes.map(({ purpose, by, day, ...decision }) => ({
      day,
      turn: 9,
      who: by,
      play: (scope: Scope) => privacy.setPurpose(scope, purpose, decision),
    })),
  ]
  return scenes.sort((a, b) => a.day - b.day || a.turn - b.turn)
}

function nominationScene(stage: Stage, nomination: Story['nominations'][number]): Scene {
  const { member, group, by, day, reason } = nomination
  const play = (scope: Scope) => {
    const groupId = known(stage.groups, group, 'group')
    return nominate(scope, { memberId: actorOf(stage, member).id, groupId, reason, isAsked: false })
  }
  return { day, turn: 9, who: by, play }
}

const topicScene = (stage: Stage, topic: Story['topics'][number]): Scene => ({
  day: 0,
  turn: 9,
  who: administrator,
  play: async (scope) => {
    stage.topics.set(topic.name, (await topics.addTopic(scope, topic)).id)
  },
})

function needScenes(stage: Stage, need: Story['needs'][number]): Scene[] {
  const id = () => known(stage.needs, need.key, 'need')
  const { title, details, claimed, merged, closed } = need
  const scenes: Scene[] = [
    {
      day: need.day,
      turn: 0,
      who: need.by,
      play: async (scope) => {
        const groupId = known(stage.groups, need.group, 'group')
        stage.needs.set(need.key, (await raiseNeed(scope, { title, details, groupId })).id)
      },
    },
    ...need.voices.map(({ by, day, reason }) => ({
      day,
      turn: 1,
      who: by,
      play: (scope: Scope) => voiceNeed(scope, id(), reason),
    })),
  ]
  for (const { by, day, released } of claimed) {
    scenes.push({ day, turn: 2, who: by, play: (scope) => claims.claimNeed(scope, id()) })
    if (released !== undefined)
      scenes.push({ day: released, turn: 2, who: by, play: (scope) => claims.releaseNeed(scope, id()) })
  }
  if (merged) {
    const play = (scope: Scope) => mergeNeed(scope, id(), known(stage.needs, merged.into, 'need'))
    scenes.push({ day: merged.day, turn: 3, who: merged.by, play })
  }
  if (closed)
    scenes.push({ day: closed.day, turn: 3, who: closed.by, play: (scope) => closeNeed(scope, id()) })
  return scenes
}

function surveyScenes(stage: Stage, survey: Story['surveys'][number]): Scene[] {
  const { key, group, by, opened, days, closed, answers } = survey
  const id = () => known(stage.surveys, key, 'survey')
  const open = async (scope: Scope) => {
    const groupId = known(stage.groups, group, 'group')
    stage.surveys.set(key, (await surveys.openSurvey(scope, { groupId, days, firstAsked: 'all' })).id)
  }
  const given = answers.map(({ by: who, day, names }) => ({
    day,
    turn: 9,
    who,
    play: (scope: Scope) =>
      surveys.answerSurvey(
        scope,
        id(),
        names.map((one) => ({ memberId: actorOf(stage, one.who).id, topic: one.topic })),
      ),
  }))
  const close = (scope: Scope) => surveys.closeSurvey(scope, id())
  return [
    { day: opened, turn: 9, who: by, play: open },
    ...given,
    ...(closed === undefined ? [] : [{ day: closed, turn: 9, who: by, play: close }]),
  ]
}
