import { useState } from 'react'
import { Emblem, PictureChoice } from '#ui'
import { groups } from './people.ts'
import { useText } from './samples.ts'

const pictures = groups.map(({ id, ...group }) => ({
  id,
  label: group.name,
  picture: <Emblem {...group} />,
}))

/** One of several pictures. */
export function Pictures() {
  const t = useText()
  const [chosen, setChosen] = useState<string>(groups[0].id)
  return <PictureChoice label={t('dev.group')} items={pictures} value={chosen} onChange={setChosen} />
}
