import { enqueue, type Scope } from '#platform/scope'

type Asked = 'campaigns' | 'campaign-mails'

/** Has a job done for the organization as soon as there is time, or at a moment; asked for twice, it is done once. */
const ask = (scope: Scope, task: Asked, at?: Date): void =>
  enqueue(scope, {
    task,
    payload: { org: scope.org, ...(at && { at: at.toISOString() }) },
    // What is asked for later takes no place from what is asked for now.
    key: `${task} ${scope.org}${at ? ' later' : ''}`,
    // A campaign to everybody takes minutes: everything else has its turn beside it.
    queue: 'campaigns',
    ...(at && { runAt: at.toISOString() }),
  })

/** Has what is due in the organization’s campaigns done. */
export const askForCampaigns = (scope: Scope, at?: Date): void => ask(scope, 'campaigns', at)

/** Has mails sent that are due. */
export const askForMails = (scope: Scope, at?: Date): void => ask(scope, 'campaign-mails', at)

/** Whether a job runs before the moment that it was asked for: then it does nothing. */
export const isEarly = (payload: Record<string, unknown>, now: Date): boolean =>
  typeof payload.at === 'string' && now < new Date(payload.at)
