import { expect, test } from 'vitest'
import { claimNeed } from '#leader/contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { speaks } from './tongue.ts'

const { world, window, stopServer, startServer } = openBrowserWorld()

test('a member who reads French meets a refusal, a wrong field and a lost connection in French, and loses nothing', async () => {
  const org = await world.organization()
  const [lea, dana] = [await org.person('Léa Martin'), await org.person('Dana Okafor', 'leader')]
  await speaks(lea, 'fr')
  const { id: needId } = await dana.does(raiseNeed, {
    body: { title: 'Read an uncertainty budget', details: '', groupId: org.root },
  })
  // Their browser speaks English; their pages do not.
  const page = await window(lea)

  await page.goto(linkTo(paths.need, { needId }))
  const claim = page.getByRole('button', { name: 'Je vais l’enseigner' }).first()
  await claim.waitFor()
  // The page does not hear that somebody else was faster.
  await page.route('**/api/needs/**', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  )
  await dana.does(claimNeed, { params: { needId } })
  await claim.click()
  await page.getByText('Dana Okafor y travaille déjà. Proposez votre aide.').waitFor()
  await page.unroute('**/api/needs/**')

  await page.goto(paths.raiseNeed)
  const what = page.getByLabel('En une phrase')
  await what.fill('Lire un bilan d’incertitude')
  // What only the server finds wrong: a character that the form lets pass.
  await page.getByLabel('Ce qui aiderait à comprendre').evaluate((area, text) => {
    const field = area as unknown as { value: string; dispatchEvent: (event: Event) => void }
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
    own?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, 'Un \u0007 caractère de trop')
  await page.getByRole('button', { name: 'Demander à tout le monde' }).click()
  const said = /^Ce texte contient un caractère de contrôle/
  await page.getByText(said).waitFor()
  const field = page.getByLabel('Ce qui aiderait à comprendre')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await page
    .getByRole('alert')
    .getByText(/Rien n’a été modifié/)
    .waitFor()
  await field.fill('Sans lui')
  await page.getByText(said).waitFor({ state: 'detached' })

  await stopServer()
  await page.getByRole('button', { name: 'Demander à tout le monde' }).click()
  await page.getByText(/^Le serveur est injoignable/).waitFor()
  expect(await what.inputValue()).toBe('Lire un bilan d’incertitude')
  await startServer()
  await page.getByRole('button', { name: 'Demander à tout le monde' }).click()
  await page.getByRole('heading', { name: 'Lire un bilan d’incertitude' }).waitFor()
})
