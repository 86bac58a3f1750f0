import { textOf } from '#ui'
import type calls from '../answers/messages/en.json'
import type en from '../messages/en.json'

export const useText = textOf<typeof en & typeof calls>()
