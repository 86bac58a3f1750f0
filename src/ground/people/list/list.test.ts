import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as invitations from '../invitation.contract.ts'
import { type ListPreview, previewInvitations } from '../list.contract.ts'

const world = openWorld()

type Bytes = string | Uint8Array<ArrayBuffer>
const preview = (person: Person, list: Bytes, query = {}): Promise<ListPreview> =>
  person.does(previewInvitations, { body: new Blob([list]), query })
const refusalOf = (person: Person, list: Bytes) =>
  person.isRefused(previewInvitations, { body: new Blob([list]) })

/** Each line in short: its number, what becomes of it, and what that refers to. */
const inShort = ({ lines }: ListPreview) =>
  lines.map(({ line, state, duplicateOf, suggestion }) =>
    [line, state, duplicateOf, suggestion].filter((part) => part !== null).join(' '),
  )

const goodOf = ({ lines }: ListPreview) => lines.flatMap(({ invitation }) => invitation ?? [])

describe('a list of people', () => {
  test('is reported line by line, and a bad line never stands in the way of a good one', async () => {
    const org = await world.organization()
    const lab = await org.group('Calibration lab')
    await org.group('Night', { parent: lab })
    await org.group('Night', { parent: await org.group('Sales') })
    const head = await org.person('Head of Lab', 'admin', lab)
    const body = {
      email: 'Known@x.example',
      name: 'Known',
      groupId: lab,
      role: 'learner',
      locale: 'en',
    } as const
    await head.does(invitations.inviteMember, { body })
    const lines = [
      'Name,Mail,Job title,Group,Role,Language',
      'Mei Tanaka,mei@x.example,Technician,calibration LAB,Reviewer,French',
      `Head,${head.email.toUpperCase()},,Calibration lab,,`,
      'Known,known@x.example,,Calibration lab,,',
      'Mei again,MEI@x.example,,Calibration lab,,',
      'No Address,not-an-address,,Calibration lab,,',
      'Lost,lost@x.example,,Calibratoin lab,,',
      'Twice,twice@x.example,,Night,,',
      'Precise,precise@x.example,,Sales > Night,,',
      'Chief,chief@x.example,,Calibration lab,Emperor,',
      'Polyglot,poly@x.example,,Calibration lab,,Klingon',
      'Elsewhere,else@x.example,,Sales,,',
      '"Open,open@x.example,,Calibration lab,,',
      ',nameless@x.example,,Calibration lab,,',
      `${'N'.repeat(121)},long@x.example,,Calibration lab,,`,
      '"Vogt, Lena ""Leni""",lena@x.example,"Works',
      'at night",Calibration lab > Night,Leader,fr',
      ',,,,,',
      'Kofi,kofi@x.example,,Calibration lab,,',
    ]
    const seen = await preview(head, lines.join('\r\n'))
    expect(inShort(seen)).toEqual([
      '2 ready',
      '3 member',
      '4 invited',
      '5 duplicate 2',
      '6 bad-address',
      '7 unknown-group Calibration lab',
      '8 ambiguous-group Calibration lab > Night',
      '9 not-allowed',
      '10 unknown-role',
      '11 unknown-language',
      '12 not-allowed',
      '13 broken-quotes',
      '14 no-name',
      '15 too-long',
      '16 ready',
      '19 ready',
    ])
    expect(seen.ready).toBe(3)
    expect(goodOf(seen)).toMatchObject([
      { name: 'Mei Tanaka', title: 'Technician', groupId: lab, role: 'reviewer', locale: 'fr' },
      { name: 'Vogt, Lena "Leni"', title: 'Works at night', role: 'leader', locale: 'fr' },
      { name: 'Kofi', groupId: lab, role: 'learner', locale: 'en' },
    ])
  })

  test('is read whatever its language, order, separator, line ends and encoding', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const lab = await org.group('Métrologie')
    const table = [
      'Langue;Prénom;NOM;Adresse e-mail;Groupe;Rôle;Fonction;Matricule;Temps de travail',
      'français;Zoë;Œuvrard;zoe@x.example;metrologie;relectrice;Métrologue;7;80 %',
      'anglais;Élodie;"d’Arc; née Roy";elodie@x.example;MÉTROLOGIE;;;8;',
    ]
    const wide = (text: string) => Buffer.from(text, 'utf16le')
    const latin = (text: string) =>
      Buffer.from(text.replaceAll('Œ', '\u008c').replaceAll('’', '\u0092'), 'latin1')
    const crlf = table.join('\r\n')
    const files: [ListPreview['encoding'], Uint8Array<ArrayBuffer>][] = [
      ['utf-8', Buffer.from(crlf)],
      ['utf-8', Buffer.from(`\uFEFF${table.join('\n')}\n`)],
      ['utf-8', Buffer.from(table.join('\r').replaceAll(';', '\t').replace('Arc\t', 'Arc;'))],
      ['utf-16le', wide(`\uFEFF${crlf}`)],
      ['utf-16be', wide(`\uFEFF${crlf}`).swap16()],
      ['windows-1252', latin(crlf)],
    ]
    for (const [encoding, bytes] of files) {
      const seen = await preview(admin, bytes)
      expect(seen.encoding).toBe(encoding)
      expect(seen.columns.filter(({ column }) => !column)).toEqual([{ heading: 'Matricule', column: null }])
      expect(goodOf(seen)).toEqual([
        {
          name: 'Zoë Œuvrard',
          email: 'zoe@x.example',
          title: 'Métrologue',
          groupId: lab,
          role: 'reviewer',
          locale: 'fr',
          workingTime: 80,
        },
        {
          name: 'Élodie d’Arc; née Roy',
          email: 'elodie@x.example',
          title: '',
          groupId: lab,
          role: 'learner',
          locale: 'en',
          workingTime: 100,
        },
      ])
    }
  })

  test('that is too large, empty or without addresses is refused in words, and so is who may not invite', async () => {
    const org = await world.organization()
    const admin = await org.admin()
    const many = `mail,name\n${Array.from({ length: 10_001 }, (_, at) => `p${at}@x.example,P`).join('\n')}`
    expect(await refusalOf(admin, many)).toMatchObject({ status: 413, code: 'invitation-list.too-large' })
    const big = `mail,name\n${'x'.repeat(2 * 1024 * 1024)}`
    expect(await refusalOf(admin, big)).toMatchObject({ status: 413, code: 'invitation-list.too-large' })
    for (const list of ['', '\n\n', 'mail,name', '\uFEFF'])
      expect((await refusalOf(admin, list)).code).toBe('invitation-list.empty')
    expect(await refusalOf(admin, 'Who,Where\nMei,Here')).toMatchObject({
      code: 'invitation-list.no-address-column',
      headings: ['Who', 'Where'],
    })
    const learner = await org.person('Lea Learner')
    expect((await refusalOf(learner, 'mail\na@x.example')).status).toBe(403)
  })

  test('puts who names no group, role or language where the preview was told', async () => {
    const org = await world.organization()
    const lab = await org.group('Lab')
    const head = await org.person('Head of Lab', 'admin', lab)
    const list = 'mail,name\nmei@x.example,Mei'
    expect(inShort(await preview(head, list))).toEqual(['2 not-allowed'])
    const told = await preview(head, list, { groupId: lab, role: 'leader', locale: 'fr' })
    expect(goodOf(told)).toMatchObject([{ groupId: lab, role: 'leader', locale: 'fr' }])
  })

  test('of whatever bytes is answered in order, and no line says more than the list', async () => {
    const admin = await (await world.organization()).admin()
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('"', '""', ',', '\r', '\n', '\0', '=1+1', 'a@x.example', '🗿', '\u2028', ';', "'"),
    )
    const list = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(list, async (rows) => {
        const text = ['mail,name', 'sure@x.example,Sure', ...rows.map((row) => row.join(','))].join('\n')
        const seen = await preview(admin, text)
        expect(seen.lines[0]).toMatchObject({ line: 2, state: 'ready' })
        const numbers = seen.lines.map(({ line }) => line)
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
        expect(
          seen.lines.every(({ state, invitation }) => (state === 'ready') === (invitation !== null)),
        ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
