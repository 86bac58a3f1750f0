/** Which of our languages an Accept-Language header likes best; English when it names none of them. */
export function languageOf(header: string | undefined): 'en' | 'fr' {
  const wishes = (header ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    return { language: range.split('-')[0], weight: weight ? Number(weight.slice(2)) : 1 }
  })
  const liked = wishes.filter(({ language, weight }) => /^(en|fr)$/.test(language ?? '') && weight > 0)
  return liked.sort((a, b) => b.weight - a.weight)[0]?.language === 'fr' ? 'fr' : 'en'
}
