import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Card, ErrorState, Row, SkeletonRows, Stack, sayRefusal, toast } from '#ui'
import { getProfile, removeProfile, type Profile as Said, setProfile } from '../../expert.contract.ts'
import { useText } from '../text.ts'
import { ProfileForm } from './profile-form.tsx'
import { ProfileWords } from './profile-words.tsx'
import './experts.css'

/** What somebody can help with, as they say it; one's own to say and to take back. Nothing where they said nothing. */
export function Profile({ memberId }: { memberId: string }) {
  const t = useText()
  const isMine = useSession().member.id === memberId
  const read = useRead(getProfile, { params: { memberId } }, { topics: ['experts'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending)
    return (
      <Card>
        <SkeletonRows rows={1} hasFace={false} />
      </Card>
    )
  const { profile } = read.data
  if (!profile && !isMine) return null
  return (
    <Card title={t('leader.profile')}>
      <Stack>
        {profile ? (
          <ProfileWords profile={profile} mayEndorse={!isMine} />
        ) : (
          <p className="ui-muted">{t('leader.profile.none')}</p>
        )}
        {isMine && <Own profile={profile} />}
      </Stack>
    </Card>
  )
}

function Own({ profile }: { profile: Said | null }) {
  const t = useText()
  const [isSaying, setSaying] = useState(false)
  const remove = useWrite(removeProfile, ['experts'])
  const set = useWrite(setProfile, ['experts'])
  const said = profile?.helpsWith ? profile : null
  const undo = () => {
    if (!said) return
    const { helpsWith, topics, languages, availability, until } = said
    const body = {
      helpsWith,
      topicIds: topics.map(({ id }) => id),
      languages: languages as never,
      availability,
      until,
    }
    set.mutate({ body }, { onError: sayRefusal })
  }
  const takeBack = () =>
    remove.mutate(
      {},
      { onSuccess: () => toast({ text: t('leader.profile.removed'), undo }), onError: sayRefusal },
    )
  return (
    <Row>
      <Button look={said ? 'soft' : 'primary'} onPress={() => setSaying(true)}>
        {t(said ? 'leader.profile.change' : 'leader.profile.say')}
      </Button>
      {said && (
        <Button look="ghost" onPress={takeBack} isPending={remove.isPending}>
          {t('leader.profile.remove')}
        </Button>
      )}
      {isSaying && <ProfileForm profile={said} onClose={() => setSaying(false)} />}
    </Row>
  )
}
