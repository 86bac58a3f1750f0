import { describe, expect, test } from 'vitest'
import { dataPath, noData } from '#test/data.ts'
import { cairn } from './cairn.ts'
import { answers, recentAnswers } from './counts.ts'
import { hitsAuthority } from './links.ts'
import { cutAt, cuts, type Method, qualityAt, scoresAt } from './protocol.ts'
import { readSet } from './sets.ts'
import { expectedDays } from './survival.ts'

describe.skipIf(noData)(`on half a year of a real community${noData ? ` (${noData})` : ''}`, () => {
  const meanOf = (method: Method) => {
    const set = readSet(dataPath('interactions/qa-quantum'))
    if (!set) throw new Error('The community is not there.')
    const all = cuts.map((part) => {
      const cut = cutAt(set, part)
      return qualityAt(cut, scoresAt(cut, method))
    })
    const mean = (of: 'precision' | 'ndcg') =>
      Number((all.reduce((sum, one) => sum + one[of], 0) / all.length).toFixed(3))
    return { precision: mean('precision'), ndcg: mean('ndcg') }
  }

  test('the methods it is compared with do as others measured them', () => {
    expect(meanOf(answers)).toEqual({ precision: 0.631, ndcg: 0.767 })
    expect(meanOf(recentAnswers(30))).toEqual({ precision: 0.666, ndcg: 0.821 })
    expect(meanOf(hitsAuthority)).toEqual({ precision: 0.701, ndcg: 0.77 })
    expect(meanOf(expectedDays)).toEqual({ precision: 0.605, ndcg: 0.828 })
  })

  test('Cairn finds better than the best of them who will matter', () => {
    expect(meanOf(cairn).ndcg).toBeGreaterThan(0.87)
  })
})
