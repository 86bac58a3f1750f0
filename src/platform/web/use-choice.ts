import { useSearchParams } from 'react-router'

/** What of a few is looked at, as the address says it: by `name`, and the first of them where it says nothing. */
export function useChoice<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): [chosen: Choice, choose: (next: Choice) => void] {
  const [search, setSearch] = useSearchParams()
  const chosen = choices.find((one) => one === search.get(name)) ?? choices[0]
  const choose = (next: Choice) => setSearch(next === choices[0] ? {} : { [name]: next }, { replace: true })
  return [chosen, choose]
}
