import { type Route, route } from '#platform/http/route'
import * as after from './after.contract.ts'
import * as contract from './contract.ts'
import { createCourse, getDraft, saveDraft } from './draft.ts'
import * as due from './due.contract.ts'
import { listDueCourses } from './due.ts'
import { getFile, startUpload } from './files.ts'
import * as followers from './follower.contract.ts'
import { discardCourse, keepCourse, retireCourse, returnCourse, setVerifyBy } from './life.ts'
import { getCourse, listCourses, listCoursesForNeed, listMyCourses } from './lists.ts'
import { importFor } from './markdown/told.ts'
import * as material from './material.contract.ts'
import { mergeCourse, unmergeCourse } from './merge.ts'
import * as own from './own-template.contract.ts'
import * as similar from './similar.contract.ts'
import { findSimilarCourses } from './similar.ts'
import { listLeavers, listLeftCourses, listSuccessions } from './succession/left.ts'
import { handOverCourses, takeCoursesBack } from './succession/succession.ts'
import * as succession from './succession.contract.ts'
import * as template from './template.contract.ts'
import { makeTemplate } from './templates/make-own.ts'
import { archiveTemplate, getOwnTemplate, listOwnTemplates, restoreTemplate } from './templates/own.ts'
import {
  getTemplateDraft,
  keepTemplateCopy,
  publishTemplate,
  saveTemplateDraft,
} from './templates/own-draft.ts'
import {
  getTemplateVersion,
  listOriginalCourses,
  listTemplateCourses,
  listTemplateVersions,
} from './templates/own-versions.ts'
import { leaveTemplate, takeTemplate } from './templates/take.ts'
import { listTemplates } from './templates/templates.ts'
import { unverifyCourse, verifyCourse } from './verify.ts'
import * as versions from './versions.contract.ts'
import { getVersion, keepCopy, listVersions, restoreVersion } from './versions.ts'

export const routes: Route[] = [
  route(contract.createCourse, (scope, { body }) => createCourse(scope, body)),
  route(similar.findSimilarCourses, (scope, { query }) => findSimilarCourses(scope, query)),
  route(due.listDueCourses, (scope) => listDueCourses(scope)),
  route(template.listTemplates, (scope, { query }) => listTemplates(scope, query)),
  route(own.makeTemplate, (scope, { body }) => makeTemplate(scope, body)),
  route(own.listOwnTemplates, (scope, { query }) => listOwnTemplates(scope, query)),
  route(own.getOwnTemplate, (scope, { params }) => getOwnTemplate(scope, params.templateId)),
  route(own.getTemplateDraft, (scope, { params }) => getTemplateDraft(scope, params.templateId)),
  route(own.saveTemplateDraft, (scope, { params, body }) =>
    saveTemplateDraft(scope, params.templateId, body),
  ),
  route(own.keepTemplateCopy, (scope, { params, body }) => keepTemplateCopy(scope, params.templateId, body)),
  route(own.publishTemplate, (scope, { params, body }) => publishTemplate(scope, params.templateId, body)),
  route(own.listTemplateVersions, (scope, { params, query }) =>
    listTemplateVersions(scope, params.templateId, query),
  ),
  route(own.getTemplateVersion, (scope, { params }) =>
    getTemplateVersion(scope, params.templateId, params.number),
  ),
  route(own.archiveTemplate, (scope, { params }) => archiveTemplate(scope, params.templateId)),
  route(own.restoreTemplate, (scope, { params }) => restoreTemplate(scope, params.templateId)),
  route(followers.listOriginalCourses, (scope, { params, query }) =>
    listOriginalCourses(scope, params.original, query),
  ),
  route(followers.listTemplateCourses, (scope, { params, query }) =>
    listTemplateCourses(scope, params.templateId, query),
  ),
  route(own.takeTemplate, (scope, { params, body }) => takeTemplate(scope, params.courseId, body)),
  route(own.leaveTemplate, (scope, { params }) => leaveTemplate(scope, params.courseId)),
  route(contract.listCourses, (scope, { query }) => listCourses(scope, query)),
  route(contract.listMyCourses, (scope, { query }) => listMyCourses(scope, query)),
  route(contract.listCoursesForNeed, (scope, { params, query }) =>
    listCoursesForNeed(scope, params.needId, query),
  ),
  route(contract.getCourse, (scope, { params }) => getCourse(scope, params.courseId)),
  route(contract.getDraft, (scope, { params }) => getDraft(scope, params.courseId)),
  route(contract.saveDraft, (scope, { params, body }) => saveDraft(scope, params.courseId, body)),
  route(contract.discardCourse, (scope, { params }) => discardCourse(scope, params.courseId)),
  route(contract.keepCourse, (scope, { params }) => keepCourse(scope, params.courseId)),
  route(contract.setVerifyBy, (scope, { params, body }) => setVerifyBy(scope, params.courseId, body.day)),
  route(contract.retireCourse, (scope, { params }) => retireCourse(scope, params.courseId)),
  route(contract.returnCourse, (scope, { params }) => returnCourse(scope, params.courseId)),
  route(after.verifyCourse, (scope, { params, body }) => verifyCourse(scope, params.courseId, body)),
  route(after.unverifyCourse, (scope, { params }) => unverifyCourse(scope, params.courseId)),
  route(after.mergeCourse, (scope, { params, body }) => mergeCourse(scope, params.courseId, body.into)),
  route(after.unmergeCourse, (scope, { params }) => unmergeCourse(scope, params.courseId)),
  route(succession.listLeavers, (scope, { query }) => listLeavers(scope, query)),
  route(succession.listLeftCourses, (scope, { params, query }) =>
    listLeftCourses(scope, params.memberId, query),
  ),
  route(succession.listSuccessions, (scope, { query }) => listSuccessions(scope, query)),
  route(succession.handOverCourses, (scope, { body }) => handOverCourses(scope, body)),
  route(succession.takeCoursesBack, (scope, { params }) => takeCoursesBack(scope, params.successionId)),
  route(versions.listVersions, (scope, { params, query }) => listVersions(scope, params.courseId, query)),
  route(versions.keepCopy, (scope, { params, body }) => keepCopy(scope, params.courseId, body)),
  route(versions.getVersion, (scope, { params, query }) =>
    getVersion(scope, params.courseId, params.number, query.since),
  ),
  route(versions.restoreVersion, (scope, { params, body }) =>
    restoreVersion(scope, params.courseId, body.number),
  ),
  route(material.importMarkdown, (scope, { body }) => importFor(scope, body)),
  route(material.startUpload, (scope, { params, body }) => startUpload(scope, params.courseId, body)),
  route(material.getFile, (scope, { params, request }) => getFile(scope, params.fileId, request.range)),
]
