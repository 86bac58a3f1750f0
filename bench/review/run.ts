import { gini } from '#recognition/fairness/figures/spread.ts'
import { usualPolicy } from '#validation/queue/policy.ts'
import { table, whole, writePart } from '../parts.ts'
import { quantile } from './measures.ts'
import { simulate } from './simulate.ts'
import { assignAll } from './throng.ts'

const plan = { seed: 1, people: 2000, groups: 40, topics: 60, coursesPerMonth: 300 }
const rounded = (value: number, digits = 2): string => value.toFixed(digits)

const { outcome, loads } = simulate({ ...plan, courses: 200_000, assignments: 100_000 })
const waits = outcome.waits.toSorted((a, b) => a - b)
const of = (share: number) => `${rounded(quantile(waits, share) * usualPolicy.days)} days`
const speed = assignAll({ seed: 1, people: 100_000, groups: 2000, topics: 1000 }, 10_000)
const gaveWay = Object.entries(outcome.relaxed).filter(([way]) => way !== 'none')

writePart(
  'sim:review',
  `## Review queue

The real engine (src/loop/4-validation/queue) over simulated time: ${whole(plan.people)} members in ${plan.groups} groups, ${whole(plan.coursesPerMonth)} courses a month about ${plan.topics} topics, one of which a single member knows; a fifth of the reviewers never answer, the others take 0.8 working days in the median, decline 8 % and have five weeks of holiday a year, of which 70 % tell beforehand; a third of the groups want two approvals. Policy: ${usualPolicy.days} working days, at most ${usualPolicy.mostOpen} open for each.

${table(
  ['Measure', 'Result', 'Aim'],
  [
    ['Assignments', whole(outcome.assignments), '100,000'],
    ['Rounds decided', whole(waits.length), ''],
    ['Waiting, median', of(0.5), ''],
    ['Waiting, p90', of(0.9), `${usualPolicy.days} days`],
    ['Waiting, p99', of(0.99), ''],
    ['Waiting, longest', of(1), ''],
    ['Never decided', outcome.stuck, '0'],
    ['Caps exceeded', outcome.overCap, '0'],
    ['Asked to review their own', outcome.ofOneself, '0'],
    ['Approved by reciprocal peers only', outcome.reciprocalOnly, '0'],
    ['Gini coefficient of load', rounded(gini(loads), 3), 'below 0.35'],
    ['Turns that ran out', whole(outcome.expired), ''],
    ['Reminders', whole(outcome.reminders), ''],
    [
      'Assignments for which the policy gave way',
      gaveWay.map(([way, count]) => `${way} ${whole(count)}`).join(', ') || '0',
      '',
    ],
  ],
)}

Deciding at once for 10,000 open courses in a company of 100,000 (who may be asked for each was known, in memory) took ${whole(speed.ms)} ms: ${whole(speed.asked)} people asked, none over the cap; aim: under a second.`,
)
