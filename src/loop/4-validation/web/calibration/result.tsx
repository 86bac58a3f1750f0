import { useEffect, useRef } from 'react'
import { Callout, Card, Chip, List, Stack } from '#ui'
import type { Comparison } from '../../calibration.contract.ts'
import { useUsualWords } from '../criteria/words.ts'
import { useText } from '../text.ts'

interface ResultProps {
  comparison: Comparison
  /** It was asked for just now: it is read out. */
  isFresh: boolean
}

/** What one found and missed, and one's levels beside those that are meant. The rest stands in the course, where it belongs. */
export function Result({ comparison, isFresh }: ResultProps) {
  const t = useText()
  const { defects, more } = comparison
  const found = defects.filter(({ how }) => how !== 'missed').length
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isFresh) return
    place.current?.scrollIntoView({ block: 'start' })
    place.current?.focus({ preventScroll: true })
  }, [isFresh])
  const title = t('validation.practice.result', { found, count: defects.length })
  return (
    <section ref={place} tabIndex={-1} aria-label={title} className="practice-result">
      <Stack gap={16}>
        <Callout tone={found === defects.length ? 'success' : 'note'} title={title} />
        {more.length > 0 && (
          <Callout title={t('validation.practice.more', { count: more.length })}>
            {t('validation.practice.moreText')}
          </Callout>
        )}
        <Card title={t('validation.practice.beside')}>
          <List className="practice-compared" label={t('validation.practice.beside')}>
            {comparison.levels.map((one) => (
              <Level key={one.criterion} {...one} />
            ))}
          </List>
        </Card>
      </Stack>
    </section>
  )
}

function Level({ criterion, own, reference, why }: Comparison['levels'][number]) {
  const t = useText()
  const { name, levels } = useUsualWords()(criterion)
  const words = (level: number) => levels[level - 1]?.text ?? ''
  return (
    <li>
      <h3>
        {name}{' '}
        <Chip tone={own === reference ? 'success' : 'gold'}>
          {own === reference
            ? t('validation.practice.asMeant')
            : t(own > reference ? 'validation.practice.higher' : 'validation.practice.lower', {
                count: Math.abs(own - reference),
              })}
        </Chip>
      </h3>
      {own !== reference && <p>{t('validation.practice.own', { level: words(own) })}</p>}
      <p>{t('validation.practice.reference', { level: words(reference) })}</p>
      <p className="ui-muted">{why}</p>
    </li>
  )
}
