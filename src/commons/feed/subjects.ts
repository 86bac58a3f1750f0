import type { Scope } from '#platform/scope'

export const needOf = (scope: Scope, id: string) =>
  scope.db
    .selectFrom('needs')
    .select(['groupId', 'title'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const courseOf = (scope: Scope, id: string) =>
  scope.db
    .selectFrom('courses')
    .select(['groupId', 'title', 'authorId', 'needId'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
