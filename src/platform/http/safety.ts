/** What every answer of the API tells browsers: it is what it says it is, and neither framed nor run. */
export const safety: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
}

/** The same for an answer that was made elsewhere; what it says itself stands. */
export function withSafety(response: Response): Response {
  for (const [name, value] of Object.entries(safety))
    if (!response.headers.has(name)) response.headers.set(name, value)
  return response
}
