import { flushSync } from 'react-dom'
import { useSession } from '#people/web/index.tsx'
import { Button, Callout } from '#ui'
import type { Review } from '../../contract.ts'
import { notPassed } from '../../criteria/score.ts'
import { useText } from '../text.ts'
import { useCriterionWords } from './words.ts'

/** Where the criteria stand beside the course. */
export const rubricId = 'rubric'

/** What stands between whoever judges a review and their approval, by name; empty where nothing does. */
export function useNotPassed({ criteria, judgements }: Review): string[] {
  const me = useSession().member.id
  const wordsOf = useCriterionWords()
  const open = notPassed(
    criteria,
    judgements.filter(({ member }) => member.id === me),
  )
  return criteria.filter(({ key }) => open.some((one) => one.key === key)).map((one) => wordsOf(one).name)
}

/** Says so in place of the form, and leads back to the criteria beside the course. */
export function MustPass({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const t = useText()
  const show = () => {
    flushSync(onClose)
    document.getElementById(rubricId)?.scrollIntoView()
  }
  return (
    <>
      <Callout>{t('validation.rubric.open', { count: names.length, names: names.join(', ') })}</Callout>
      <Button look="primary" onPress={show}>
        {t('validation.rubric.show')}
      </Button>
    </>
  )
}
