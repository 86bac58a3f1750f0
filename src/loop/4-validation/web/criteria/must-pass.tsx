import { flushSync } from 'react-dom'
import { useSession } from '#people/web/index.tsx'
import { Button, Callout, useList } from '#ui'
import type { Review } from '../../contract.ts'
import { notPassed } from '../../criteria/score.ts'
import { useText } from '../text.ts'
import { useCriterionWords, useLevelName } from './words.ts'

/** Where the criteria stand beside the course. */
export const rubricId = 'rubric'

/** What stands between whoever judges a review and their approval, by name and why; empty where nothing does. */
export function useNotPassed({ criteria, judgements }: Review): string[] {
  const t = useText()
  const me = useSession().member.id
  const wordsOf = useCriterionWords()
  const levelName = useLevelName()
  const own = judgements.filter(({ member }) => member.id === me)
  const open = new Set(notPassed(criteria, own).map(({ key }) => key))
  return criteria
    .filter(({ key }) => open.has(key))
    .map((one) => {
      const { name } = wordsOf(one)
      const judged = own.find(({ criterion }) => criterion === one.key)
      if (!judged) return t('validation.rubric.openUnjudged', { name })
      const levels = { own: levelName(judged.level), level: levelName(one.passesAt) }
      return t('validation.rubric.openBelow', { name, ...levels })
    })
}

/** Says so in place of the form, and leads back to the criteria beside the course. */
export function MustPass({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const t = useText()
  const list = useList()
  const show = () => {
    flushSync(onClose)
    document.getElementById(rubricId)?.scrollIntoView()
  }
  return (
    <>
      <Callout tone="warning">
        {t('validation.rubric.open', { count: names.length, names: list(names) })}
      </Callout>
      <Button look="primary" onPress={show}>
        {t('validation.rubric.show')}
      </Button>
    </>
  )
}
