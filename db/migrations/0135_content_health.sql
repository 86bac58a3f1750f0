-- Two more things that a reader may say of a course or of a part of it.
alter table reactions drop constraint reactions_kind_check;
alter table reactions add constraint reactions_kind_check
  check (kind in ('like', 'learned', 'useful', 'outdated', 'unclear', 'wrong', 'long'));

-- Where the readers of a course that was taken out of sight are led, and who wrote it before it was handed over.
alter table courses add column merged_into uuid;
alter table courses add column first_author_id uuid;
-- For a moment the owner, who need be no superuser, sees rows of all organizations.
alter table courses no force row level security;
alter table members no force row level security;
alter table courses add foreign key (org_id, merged_into) references courses (org_id, id);
alter table courses add foreign key (org_id, first_author_id) references members (org_id, id);
alter table courses force row level security;
alter table members force row level security;
alter table courses add check (merged_into is null or (retired_at is not null and merged_into <> id));
create index courses_by_merged on courses (org_id, merged_into);
create index courses_by_first_author on courses (org_id, first_author_id);

-- Somebody looked at what is published and says that it still holds.
create table course_verifications (
  org_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  version int not null,
  member_id uuid not null,
  at timestamptz not null,
  -- The day named by it, and the one that stood before, for when it is taken back.
  until text check (until ~ '^\d{4}-\d{2}-\d{2}$'),
  before text check (before ~ '^\d{4}-\d{2}-\d{2}$'),
  primary key (org_id, id),
  foreign key (org_id, course_id, version) references course_versions (org_id, course_id, number),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index course_verifications_by_course on course_verifications (org_id, course_id, version, at);
create index course_verifications_by_member on course_verifications (org_id, member_id);
select isolate('course_verifications');

-- What somebody who left had written, handed over in one step; it can be taken back.
create table course_successions (
  org_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, from_id) references members (org_id, id),
  foreign key (org_id, to_id) references members (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id),
  check (from_id <> to_id)
);
create index course_successions_by_from on course_successions (org_id, from_id);
create index course_successions_by_to on course_successions (org_id, to_id);
create index course_successions_by_maker on course_successions (org_id, made_by);
select isolate('course_successions');

create table succession_courses (
  org_id uuid not null,
  succession_id uuid not null,
  course_id uuid not null,
  primary key (org_id, succession_id, course_id),
  foreign key (org_id, succession_id) references course_successions (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id)
);
create index succession_courses_by_course on succession_courses (org_id, course_id);
select isolate('succession_courses');

-- From when on content is to be looked after, as an organization says it; where it says nothing, what is usual
-- (src/loop/5-learning/health/usual.ts).
create table health_settings (
  org_id uuid primary key,
  lowest int not null,
  verify_after_days int not null,
  outdated int not null,
  wrong int not null,
  days_to_act int not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index health_settings_by_member on health_settings (org_id, changed_by);
select isolate('health_settings');

-- Content to look after: what is to be done with a course, why, by whom and until when. One of a kind is open at a time.
create table health_items (
  org_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  kind text not null check (kind in ('verify', 'edit', 'merge', 'retire')),
  why text[] not null,
  -- The course that it says nearly the same as, where it may be merged.
  other_id uuid,
  owner_id uuid,
  due_on text not null check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  outcome text check (outcome in ('verified', 'published', 'merged', 'retired', 'eased', 'dismissed')),
  note text not null default '',
  primary key (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, other_id) references courses (org_id, id),
  foreign key (org_id, owner_id) references members (org_id, id),
  foreign key (org_id, closed_by) references members (org_id, id),
  check ((closed_at is null) = (outcome is null))
);
create unique index health_items_open on health_items (org_id, course_id, kind) where closed_at is null;
create index health_items_by_course on health_items (org_id, course_id, opened_at);
create index health_items_by_other on health_items (org_id, other_id);
create index health_items_by_owner on health_items (org_id, owner_id, due_on, id);
create index health_items_by_closer on health_items (org_id, closed_by);
create index health_items_due on health_items (org_id, due_on, id) where closed_at is null;
select isolate('health_items');

-- Thanks for a round of review: once for each who gave a verdict in it.
alter table kudos add column review_id uuid;
alter table kudos no force row level security;
alter table reviews no force row level security;
alter table kudos add foreign key (org_id, review_id) references reviews (org_id, id);
alter table kudos force row level security;
alter table reviews force row level security;
create unique index kudos_for_review on kudos (org_id, review_id, to_id) where withdrawn_at is null;
create index kudos_by_review on kudos (org_id, review_id);
