import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, moment } from '#platform/http/endpoint'
import { weighedKinds } from './signals/kinds.ts'

/** What counts how much when it is found out who helps, and how many are shown. */
export const detectionSettings = z.strictObject({
  /** Of a hundred members so many are shown. */
  percent: z.number().int().min(1).max(25),
  /** After so many days an act counts half. */
  memory: z.number().int().min(1).max(730),
  /** What one act of each kind counts against the others; 0: not at all. */
  kinds: z.record(z.enum(weighedKinds), z.number().min(0).max(10)),
})
export type DetectionSettings = z.output<typeof detectionSettings>

const example = {
  percent: 5,
  memory: 30,
  kinds: {
    ...{ published: 3, answered: 3, accepted: 3, reviewed: 2, thanked: 2, useful: 0.5 },
    ...{ claimed: 1, mentioned: 0.5, endorsed: 1, named: 3, commended: 4 },
  },
}

const settingsState = z.object({
  settings: detectionSettings,
  /** What holds where nobody said otherwise. */
  usual: detectionSettings,
  changed: z.object({ by: member, at: moment() }).nullable(),
  can: z.object({ set: z.boolean() }),
})

export const getDetectionSettings = endpoint('getDetectionSettings', {
  method: 'GET',
  path: '/detection-settings',
  summary: 'What counts how much when it is found out who helps: every member may read it',
  access: 'signed-in',
  returns: settingsState,
})

export const setDetectionSettings = endpoint('setDetectionSettings', {
  method: 'PUT',
  path: '/detection-settings',
  summary: 'Say what counts how much and how many are shown; everybody’s help is counted anew',
  access: 'signed-in',
  body: detectionSettings,
  returns: settingsState,
  problems: ['weights.not-yours', 'weights.nothing'],
  example,
})

export const previewDetection = endpoint('previewDetection', {
  method: 'PUT',
  path: '/detection-preview',
  summary: 'Ask who would come in and who would drop out; it is counted in the background',
  access: 'signed-in',
  body: detectionSettings,
  problems: ['weights.not-yours', 'weights.nothing', 'weights.off'],
  example,
})

export const getDetectionPreview = endpoint('getDetectionPreview', {
  method: 'GET',
  path: '/detection-preview',
  summary: 'What came of one’s last question; 500 at most each way',
  access: 'signed-in',
  returns: z.object({
    preview: z
      .object({
        settings: detectionSettings,
        /** Null while it is being counted. */
        found: z
          .object({
            at: moment(),
            staying: z.number().int(),
            coming: z.array(member).max(500),
            going: z.array(member).max(500),
          })
          .nullable(),
      })
      .nullable(),
  }),
  problems: ['weights.not-yours'],
})
