-- What of its block a finding is about: all of it, words, seconds of a video, a point of a picture; and the step it stood in.
alter table findings add column anchor jsonb not null default '{"kind":"block"}';
alter table findings add column step_id text;

-- The draft is kept before a suggestion replaces words of it.
alter table course_versions drop constraint course_versions_reason_check;
alter table course_versions add constraint course_versions_reason_check
  check (reason in ('review', 'publication', 'restore', 'copy', 'suggestion'));
