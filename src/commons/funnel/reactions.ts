import { sql } from 'kysely'
import type { Fact } from '#facts'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import {
  advance,
  type First,
  noteAuthors,
  noteLearned,
  noteNominationAnswers,
  noteThanks,
  noteVolunteers,
  type Which,
} from './advance.ts'
import { noteAnswers, noteOpened, noteReached, noteReturned } from './campaign-facts.ts'

type Work = (scope: Scope, which: Which) => Promise<void>

/** Counts one fact: as often, and in whichever order, the facts come, the same is kept of them. */
const counting =
  (...works: readonly Work[]) =>
  async (scope: Scope, fact: Pick<Fact, 'id'>): Promise<void> => {
    for (const work of works) await work(scope, sql<boolean>`f.id = ${fact.id}`)
    tell(scope, { topics: ['funnel'] })
  }

const to =
  (first: First): Work =>
  (scope, which) =>
    advance(scope, first, which)

export const reactions: Reaction[] = [
  reaction('campaign.reached', 'funnel.reached', counting(noteReached)),
  reaction('campaign.returned', 'funnel.returned', counting(noteReturned)),
  reaction('campaign.opened', 'funnel.opened', counting(noteOpened)),
  reaction('campaign.answered', 'funnel.answered', counting(noteAnswers)),
  reaction('volunteer.came', 'funnel.volunteered', counting(noteVolunteers)),
  reaction('volunteer.withdrew', 'funnel.volunteers-no-more', counting(noteVolunteers)),
  reaction('nomination.made', 'funnel.nominated', counting(to('nominated'))),
  reaction(
    'nomination.answered',
    'funnel.nomination-answered',
    counting(to('accepted'), noteNominationAnswers),
  ),
  reaction('role.granted', 'funnel.leads', async (scope, fact) => {
    if (fact.data.role === 'leader') await counting(to('granted'))(scope, fact)
  }),
  reaction('academy.trained', 'funnel.trained', counting(to('trained'))),
  reaction('course.created', 'funnel.drafted', counting(to('drafted'))),
  reaction('course.published', 'funnel.validated', async (scope, fact) => {
    await noteAuthors(scope, fact.data.courseId)
    await counting(to('validated'))(scope, fact)
  }),
  reaction('course.completed', 'funnel.learned', (scope, fact) =>
    counting((_, which) => noteLearned(scope, which, fact.data.courseId))(scope, fact),
  ),
  reaction('kudos.given', 'funnel.thanked', counting(noteThanks)),
  reaction('kudos.withdrawn', 'funnel.unthanked', counting(noteThanks)),
]
