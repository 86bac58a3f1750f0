import { CircleCheck, CircleX } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '#platform/web/use'
import { Button, Callout, Card, Disclosure, List, ListRow, Stack } from '#ui'
import { type Draw, type DrawRecord, getDrawRecord } from '../../draw.contract.ts'
import { keptNumber } from './own-number.ts'
import { recompute } from './recompute.ts'
import { useText } from './text.ts'

type Found = Record<'seed' | 'list' | 'order' | 'mine', boolean | null>

/** What a draw that was repeated here shows; nothing (null) of what cannot be told on this device. */
async function checked(draw: Draw, { entries }: DrawRecord): Promise<Found> {
  const { id: drawId, commitment, seed, entriesHash } = draw
  const list = entries.map(({ member, nonce }) => ({ memberId: member.id, nonce }))
  const again = await recompute({
    drawId,
    commitment,
    seed: seed ?? '',
    entriesHash: entriesHash ?? '',
    entries: list,
  })
  const placed = entries.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map(({ member }) => member.id)
  const kept = keptNumber(drawId)
  return {
    ...{ seed: again.doesSeedFit, list: again.doesListFit, order: again.order.join() === placed.join() },
    mine: kept === null ? null : list.some(({ nonce }) => nonce === kept),
  }
}

/** What was promised before the draw, and the way to repeat it here. */
export function CheckDraw({ draw }: { draw: Draw }) {
  const t = useText()
  const { commitment, seed, entriesHash, drawnAt, mine } = draw
  const told = [
    ['draw.commitment', commitment],
    ['draw.seed', seed],
    ['draw.entriesHash', entriesHash],
    ['draw.yourNumber', mine?.nonce ?? null],
  ] as const
  return (
    <Card title={t('draw.check')}>
      <Stack gap={16}>
        <p className="reward-about">{t(drawnAt ? 'draw.checkText' : 'draw.promise')}</p>
        {drawnAt && <Repeat draw={draw} />}
        <Disclosure title={t('draw.numbers')}>
          <dl className="draw-numbers">
            {told.map(
              ([label, value]) =>
                value && (
                  <div key={label}>
                    <dt>{t(label)}</dt>
                    <dd>
                      <code>{value}</code>
                    </dd>
                  </div>
                ),
            )}
          </dl>
          <p className="reward-about">{t('draw.how')}</p>
        </Disclosure>
      </Stack>
    </Card>
  )
}

function Repeat({ draw }: { draw: Draw }) {
  const t = useText()
  const read = useRead(getDrawRecord, { params: { drawId: draw.id } }, { topics: ['draws'] })
  const [found, setFound] = useState<Found | null>(null)
  // Browsers keep their cryptography from pages that came by plain http.
  if (!globalThis.crypto?.subtle) return <Callout>{t('draw.notHere')}</Callout>
  const repeat = async () => read.data && setFound(await checked(draw, read.data))
  return (
    <>
      <div>
        <Button onPress={() => void repeat()} isPending={read.isPending}>
          {t('draw.repeat')}
        </Button>
      </div>
      {found && <Verdict found={found} />}
    </>
  )
}

function Verdict({ found }: { found: Found }) {
  const t = useText()
  const parts = (['seed', 'list', 'order', 'mine'] as const).filter((part) => found[part] !== null)
  const isRight = parts.every((part) => found[part])
  return (
    <div role="status">
      <Callout tone={isRight ? 'success' : 'danger'} title={t(isRight ? 'draw.isRight' : 'draw.isWrong')}>
        <List label={t('draw.check')}>
          {parts.map((part) => {
            const Icon = found[part] ? CircleCheck : CircleX
            return (
              <ListRow
                key={part}
                before={<Icon size={20} aria-hidden="true" />}
                title={t(`draw.found.${part}.${found[part] ? 'right' : 'wrong'}`)}
              />
            )
          })}
        </List>
      </Callout>
    </div>
  )
}
