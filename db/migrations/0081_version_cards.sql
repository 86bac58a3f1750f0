-- A version holds all of what readers see of a course, so that nothing of a draft shows before it is published. Empty
-- for versions that were kept before: their course's own values stand for them.
alter table course_versions
  add column tags text[],
  add column language text check (language in ('en', 'fr'));
