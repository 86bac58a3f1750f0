-- We learn it: enrollments, progress by step, and every answer given.
create table enrollments (
  org_id uuid not null,
  course_id uuid not null,
  member_id uuid not null,
  version int not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  step_id text not null,
  steps_done int not null default 0,
  completed_at timestamptz,
  primary key (org_id, course_id, member_id),
  foreign key (org_id, course_id, version) references course_versions (org_id, course_id, number),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index enrollments_by_version on enrollments (org_id, course_id, version);
create index enrollments_by_member on enrollments (org_id, member_id, seen_at);
select isolate('enrollments');

create table step_progress (
  org_id uuid not null,
  course_id uuid not null,
  member_id uuid not null,
  step_id text not null,
  seen_at timestamptz not null,
  done_at timestamptz,
  primary key (org_id, course_id, member_id, step_id),
  foreign key (org_id, course_id, member_id) references enrollments (org_id, course_id, member_id)
);
create index step_progress_by_step on step_progress (org_id, course_id, step_id);
select isolate('step_progress');

create table answers (
  org_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  member_id uuid not null,
  block_id text not null,
  version int not null,
  response jsonb not null,
  correct boolean not null,
  score real not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, course_id, member_id) references enrollments (org_id, course_id, member_id)
);
create index answers_by_enrollment on answers (org_id, course_id, member_id, block_id, id);
create index answers_by_block on answers (org_id, course_id, block_id);
select isolate('answers', 'select, insert');
