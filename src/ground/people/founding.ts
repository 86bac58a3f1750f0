/** What an organization is made of from its beginning: for who builds one at once, as the demo does. */
export { addGroup } from './groups.ts'
export { addMember } from './members.ts'
export { addOrganization } from './organization.ts'
