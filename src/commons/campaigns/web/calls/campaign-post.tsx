import { useEffect, useRef } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Stack } from '#ui'
import type { Call } from '../../kinds.ts'
import type { Step, Variant } from '../../language.ts'
import { fill } from '../../plan/variables.ts'
import { listMyAnswers, openCampaign } from '../../taking-part.contract.ts'
import { saidIn } from '../../words/said-in.ts'
import { useText } from '../text.ts'
import { Reply } from './reply.tsx'
import '../campaigns.css'

/** What a post of a campaign is, as the feed keeps it. */
export interface Post {
  campaignId: string
  step: string
  variant: number
  words: Variant
  calls: Call[]
  link: Step['link']
  organization: string
  group: string
  sender: string
}

const unanswered = { answer: null, asksAgain: false, isForLeaders: true }

/** A post of a campaign in the feed, with what one may answer. */
export function CampaignPost({ post }: { post: Post }) {
  const _t = useText()
  const { member } = useSession()
  const { campaignId, step, variant, calls, link, organization, group, sender } = post
  const { locale, said: words } = saidIn(post.words, member.locale)
  const values = { name: member.name, organization, sender, group: group || organization, topic: null }
  const place = useSeen(() => open.mutate({ params: { campaignId }, body: { step, variant } }))
  const open = useWrite(openCampaign)
  const answers = useRead(listMyAnswers, {}, { topics: ['calls'], enabled: calls.length > 0 })
  const mine = answers.data?.items.find((one) => one.campaignId === campaignId)
  const said = answers.data && (mine ?? unanswered)
  return (
    <div className="campaign-post" ref={place}>
      <Stack gap={12}>
        <h3 lang={locale}>{fill(words.subject, values)}</h3>
        <p className="campaign-text" lang={locale}>
          {fill(words.text, values)}
        </p>
        <Reply {...{ campaignId, calls, link, said }} at={{ step, variant }} />
      </Stack>
    </div>
  )
}

/** Tells once that the most of something has been on the screen for a second. */
function useSeen(onSeen: () => void) {
  const place = useRef<HTMLDivElement>(null)
  const tell = useRef(onSeen)
  tell.current = onSeen
  useEffect(() => {
    const element = place.current
    if (!element) return
    let timer = 0
    const watch = new IntersectionObserver(
      ([entry]) => {
        window.clearTimeout(timer)
        if (!entry?.isIntersecting) return
        timer = window.setTimeout(() => {
          watch.disconnect()
          tell.current()
        }, 1000)
      },
      { threshold: 0.5 },
    )
    watch.observe(element)
    return () => {
      window.clearTimeout(timer)
      watch.disconnect()
    }
  }, [])
  return place
}
