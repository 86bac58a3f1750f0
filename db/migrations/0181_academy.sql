-- The leaders' academy of an organization: its group, and the badge that certifies. Closed, its courses are out of sight.
create table academies (
  org_id uuid not null,
  group_id uuid not null,
  badge_id uuid not null,
  -- Who answers for its courses: they wrote them, as it were.
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (org_id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, badge_id) references badges (org_id, id),
  foreign key (org_id, opened_by) references members (org_id, id)
);
create index academies_in on academies (org_id, group_id);
create index academies_badge on academies (org_id, badge_id);
create index academies_by on academies (org_id, opened_by);
select isolate('academies');

-- The courses of the path, in each language that was opened. Made once: from then on they are the organization's own.
create table academy_courses (
  org_id uuid not null,
  language text not null check (language in ('en', 'fr')),
  place int not null check (place between 1 and 6),
  course_id uuid,
  -- The code of what kept it from being published, if anything did.
  stopped_by text,
  -- Whether it went out of sight with the academy.
  is_hidden boolean not null default false,
  primary key (org_id, language, place),
  foreign key (org_id, course_id) references courses (org_id, id)
);
create unique index academy_courses_by_course on academy_courses (org_id, course_id);
select isolate('academy_courses');

-- Who is on the path, and how far.
create table academy_members (
  org_id uuid not null,
  member_id uuid not null,
  started_at timestamptz not null,
  practice_id uuid,
  trained_at timestamptz,
  completed_at timestamptz,
  award_id uuid,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, practice_id) references courses (org_id, id),
  foreign key (org_id, award_id) references badge_awards (org_id, id),
  check ((completed_at is null) = (award_id is null))
);
create index academy_members_practice on academy_members (org_id, practice_id);
create index academy_members_award on academy_members (org_id, award_id);
create index academy_members_started on academy_members (org_id, started_at, member_id);
select isolate('academy_members');
