import { useState } from 'react'
import { Button, Callout, Card, Combobox, folded, Row, Stack, Tabs, useDate, useRowKeys } from '#ui'
import type { Fewest } from '../../fewest.contract.ts'
import { mostLinks } from '../../network/steps.ts'
import { useText } from '../text.ts'
import { Legend } from './legend.tsx'
import { LinkTable } from './link-table.tsx'
import { NodeTable } from './node-table.tsx'
import type { Picture } from './picture.ts'
import { PictureView } from './picture-view.tsx'

interface ShownProps {
  picture: Picture
  since: string
  isCapped: boolean
  fewest: Fewest
}

const mostFound = 20
/** The picture, and beside it the tables that say the same. */
export function Shown({ picture, since, isCapped, fewest }: ShownProps) {
  const t = useText()
  const date = useDate()
  const [chosen, setChosen] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const isOfPeople = picture.kind === 'people'
  const counts = { since: date(since), links: picture.from.length }
  return (
    <Stack>
      {isCapped && <Callout>{t('leader.network.capped', { most: mostLinks })}</Callout>}
      <div className="network">
        <Card className="network-picture">
          <Stack gap={12}>
            <Finder picture={picture} chosen={chosen} onChoose={setChosen} />
            <PictureView picture={picture} chosen={chosen} pointed={pointed} onChoose={setChosen} />
            <Chosen picture={picture} chosen={chosen} onLetGo={() => setChosen(null)} />
            <Legend picture={picture} isLookedAt={(chosen ?? pointed) !== null} />
          </Stack>
        </Card>
        <Card>
          <TablesOf picture={picture} chosen={chosen} onChoose={setChosen} onPoint={setPointed} />
        </Card>
      </div>
      <p className="ui-muted network-rule">
        {isOfPeople
          ? t('leader.network.told', { ...counts, people: picture.ids.length })
          : t('leader.network.toldGroups', { ...counts, groups: picture.ids.length })}{' '}
        {t(isOfPeople ? 'leader.network.rulePeople' : 'leader.network.ruleGroups', fewest)}
      </p>
    </Stack>
  )
}

interface Choosing {
  picture: Picture
  chosen: number | null
  onChoose: (node: number | null) => void
}

function Finder({ picture, chosen, onChoose }: Choosing) {
  const t = useText()
  const choice = (node: number) => ({ id: String(node), label: picture.names[node] as string })
  const search = async (query: string) => {
    const sought = folded(query)
    const found = [...picture.names.keys()].filter((node) =>
      folded(picture.names[node] as string).includes(sought),
    )
    return found.slice(0, mostFound).map(choice)
  }
  const label = t(picture.kind === 'people' ? 'leader.network.find' : 'leader.network.findGroup')
  return (
    <Combobox
      label={label}
      isLabelHidden
      placeholder={label}
      search={search}
      value={chosen === null ? null : choice(chosen)}
      onChange={(item) => onChoose(item ? Number(item.id) : null)}
    />
  )
}

/** Whom one helps and learns from, in words; read aloud when somebody is chosen. */
function Chosen({
  picture,
  chosen,
  onLetGo,
}: {
  picture: Picture
  chosen: number | null
  onLetGo: () => void
}) {
  const t = useText()
  const values = chosen !== null && {
    name: picture.names[chosen] as string,
    helps: picture.helps[chosen] as number,
    learns: picture.learns[chosen] as number,
  }
  return (
    <div role="status">
      {values && (
        <Row justify="between">
          <span>
            {t(picture.kind === 'people' ? 'leader.network.chosen' : 'leader.network.chosenGroups', values)}
          </span>
          <Button look="ghost" size="sm" onPress={onLetGo}>
            {t('leader.network.letGo')}
          </Button>
        </Row>
      )}
    </div>
  )
}

interface TablesProps extends Choosing {
  onPoint: (node: number | null) => void
}

/** J and K walk through the names, which light up in the picture. */
function TablesOf(props: TablesProps) {
  const t = useText()
  const labels = { next: t('leader.network.nextName'), previous: t('leader.network.previousName') }
  const rows = useRowKeys<HTMLDivElement>(labels, '.ui-table th .network-name')
  const nodes = t(props.picture.kind === 'people' ? 'leader.network.nodes' : 'leader.network.nodesGroups')
  return (
    <div ref={rows} className="network-tables">
      <Tabs
        label={t('leader.network.tables')}
        items={[
          {
            ...{ id: 'links', label: t('leader.network.links') },
            content: <LinkTable {...props} of={props.chosen} />,
          },
          { id: 'nodes', label: nodes, content: <NodeTable {...props} /> },
        ]}
      />
    </div>
  )
}
