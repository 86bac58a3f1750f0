-- A text that was written beside the working copy (another window, a device that was away) is kept as a version too.
alter table course_versions drop constraint course_versions_reason_check;
alter table course_versions add constraint course_versions_reason_check
  check (reason in ('review', 'publication', 'restore', 'copy'));
