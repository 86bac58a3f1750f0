import { textOf } from '#ui'
import type en from '../../fairness/messages/en.json'

export const useText = textOf<typeof en>()
