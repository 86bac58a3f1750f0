-- What a published course is about, as its publication told: its author's evidence may be gone.
create table evidence_courses (
  org_id uuid not null,
  course_id uuid not null,
  group_id uuid not null,
  words text not null,
  primary key (org_id, course_id),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id)
);
create index evidence_courses_by_group on evidence_courses (org_id, group_id);
insert into evidence_courses (org_id, course_id, group_id, words)
  select distinct on (org_id, subject_id) org_id, subject_id, group_id, words
  from evidence where kind = 'published' order by org_id, subject_id, at desc;
select isolate('evidence_courses');

-- Whoever takes part again does so with what happens from then on: what happened before stays out, however late it is told.
alter table detection_absences add column until timestamptz;
