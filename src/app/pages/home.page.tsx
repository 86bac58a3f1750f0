import { Columns, Page, Stack, useNarrow } from '#ui'
import { useText } from '../web/text.ts'
import { Continue } from './home/continue.tsx'
import { Feed } from './home/feed.tsx'
import { FirstSteps } from './home/first-steps.tsx'
import { SmallStep } from './home/small-step.tsx'
import { Thanks } from './home/thanks.tsx'
import { ToDo } from './home/to-do.tsx'
import { Volunteer } from './home/volunteer.tsx'
import { Waiting } from './home/waiting.tsx'
import './home/home.css'

/** Home: what to continue, what waits for me, and what concerns me, newest first. */
export function Component() {
  const t = useText()
  const isNarrow = useNarrow()
  return (
    <Page title={t('app.home.title')} isTitleHidden>
      {isNarrow ? (
        <Stack gap={24} className="ui-in-turn">
          <FirstSteps />
          <Continue />
          <ToDo />
          <SmallStep />
          <Feed />
          <Volunteer />
          <Waiting />
          <Thanks />
        </Stack>
      ) : (
        <Columns
          asideLabel={t('app.home.side')}
          aside={
            <>
              <ToDo />
              <Volunteer />
              <SmallStep />
              <Waiting />
              <Thanks />
            </>
          }
        >
          <FirstSteps />
          <Continue />
          <Feed />
        </Columns>
      )}
    </Page>
  )
}
