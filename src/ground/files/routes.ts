import { type Route, route } from '#platform/http/route'
import * as contract from './contract.ts'
import { getUpload, sendPart, startUploadAhead } from './uploads.ts'

export const routes: Route[] = [
  route(contract.startUploadAhead, (scope, { body }) => startUploadAhead(scope, body)),
  route(contract.getUpload, (scope, { params }) => getUpload(scope, params.fileId)),
  route(contract.sendPart, (scope, { params, request }) =>
    sendPart(scope, params.fileId, params.offset, request.bytes),
  ),
]
