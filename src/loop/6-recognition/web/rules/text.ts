import { textOf } from '#ui'
import type en from '../../rules/messages/en.json'

export const useText = textOf<typeof en>()
