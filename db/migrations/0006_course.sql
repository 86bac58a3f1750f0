-- They write it down: courses with a draft, immutable versions, and files.
create table courses (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  need_id uuid,
  author_id uuid not null,
  title text not null,
  objective text not null default '',
  language text not null check (language in ('en', 'fr')),
  tags text[] not null default '{}',
  created_at timestamptz not null,
  -- The draft is the author's working copy; `draft_revision` counts its saves, so that no save overwrites another.
  draft jsonb not null,
  draft_revision int not null default 1,
  drafted_at timestamptz not null,
  last_version int not null default 0,
  published_version int,
  published_at timestamptz,
  first_published_at timestamptz,
  retired_at timestamptz,
  retired_by uuid,
  discarded_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, need_id) references needs (org_id, id),
  foreign key (org_id, author_id) references members (org_id, id),
  foreign key (org_id, retired_by) references members (org_id, id)
);
create index courses_by_group on courses (org_id, group_id, id);
create index courses_by_need on courses (org_id, need_id);
create index courses_by_author on courses (org_id, author_id, id);
create index courses_retired_by on courses (org_id, retired_by);
create index courses_published on courses (org_id, first_published_at, id) where published_at is not null and retired_at is null;
select isolate('courses');

create table course_versions (
  org_id uuid not null,
  course_id uuid not null,
  number int not null,
  title text not null,
  objective text not null,
  document jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  reason text not null check (reason in ('review', 'publication', 'restore')),
  steps int not null,
  questions int not null,
  minutes int not null,
  primary key (org_id, course_id, number),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id)
);
create index course_versions_by_maker on course_versions (org_id, made_by);
select isolate('course_versions', 'select, insert');

create table assets (
  org_id uuid not null,
  id uuid not null,
  -- Who may see a file follows from the course it is in.
  course_id uuid not null,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  media_type text,
  sha256 text,
  width int,
  height int,
  uploaded_by uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  refused text,
  primary key (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, uploaded_by) references members (org_id, id)
);
create index assets_by_course on assets (org_id, course_id);
create index assets_by_uploader on assets (org_id, uploaded_by);
select isolate('assets');
