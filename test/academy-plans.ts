/** How the academy comes about in a setting. */
export const academyPlans = {
  openAcademy: { by: 'admin' },
  closeAcademy: { by: 'admin', after: ['openAcademy'] },
  makePractice: { by: 'insider', own: true, after: ['openAcademy'] },
} as const
