import { expect, test } from 'vitest'
import { draws } from '#test/thankful.ts'
import { effectOf } from './effect.ts'

const none = { member: [], period: [], count: [] }

test('those who were thanked are held against those of their group who were not, and were as active', () => {
  const found = effectOf({
    ...{ members: 5, groups: [0, 0, 0, 0, 1], last: 4 },
    // Both the first two were thanked in the period before the last, of different groups is only the last.
    thanked: { member: [0, 1, 4], period: [1, 1, 1] },
    acts: { member: [0, 1, 2], period: [0, 0, 0], count: [4, 2, 1] },
  })
  // Members 2 and 3 contributed one and none: 0.5 in the mean.
  expect(found).toMatchObject({ thanked: 2, compared: 2, after: 3, without: 0.5, difference: 2.5 })
  expect(found?.low).toBeLessThan(2.5)
})

test('who did more before is held against others who did', () => {
  const found = effectOf({
    ...{ members: 4, groups: [0, 0, 0, 0], last: 4 },
    thanked: { member: [0], period: [1] },
    acts: { member: [0, 1, 0, 1, 2], period: [2, 3, 0, 0, 0], count: [9, 7, 5, 3, 50] },
  })
  expect(found).toMatchObject({ thanked: 1, compared: 1, after: 5, without: 3, difference: 2 })
})

test('who was thanked a while ago is neither; where nobody is like them there is nothing to say', () => {
  const thanked = { member: [0, 1], period: [1, 3] }
  expect(effectOf({ members: 2, groups: [0, 0], last: 4, thanked, acts: none })).toBeNull()
  expect(effectOf({ members: 0, groups: [], last: 4, thanked: none, acts: none })).toBeNull()
})

test('where thanks change nothing the interval has 0 in it 19 times of 20, and where they do it has what they do', () => {
  const [members, last] = [400, 15]
  const covered = (effect: number) => {
    let hits = 0
    for (let seed = 1; seed <= 100; seed += 1) {
      const { random, poisson, below } = draws(seed)
      const groups = Array.from({ length: members }, () => below(8))
      const thanked: { member: number[]; period: number[] } = { member: [], period: [] }
      const acts: { member: number[]; period: number[]; count: number[] } = {
        member: [],
        period: [],
        count: [],
      }
      const wasThanked = new Set<number>()
      for (let period = last; period >= 0; period -= 1)
        for (let member = 0; member < members; member += 1) {
          const lift = wasThanked.has(member * 100 + period + 1) ? effect : 0
          const count = poisson(1 + lift)
          if (count > 0) {
            acts.member.push(member)
            acts.period.push(period)
            acts.count.push(count)
          }
          if (random() > 0.1) continue
          thanked.member.push(member)
          thanked.period.push(period)
          wasThanked.add(member * 100 + period)
        }
      const found = effectOf({ members, groups, thanked, acts, last })
      if (found && found.low <= effect && effect <= found.high) hits += 1
    }
    return hits
  }
  expect(covered(0)).toBeGreaterThanOrEqual(90)
  expect(covered(0.5)).toBeGreaterThanOrEqual(90)
})
