-- What changed? One row a need or a course: when it passed each stage of the loop. Kept by reactions, can be rebuilt.
create table journeys (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  title text not null,
  need_id uuid,
  course_id uuid,
  raised_at timestamptz,
  claimed_at timestamptz,
  drafted_at timestamptz,
  validated_at timestamptz,
  learned_at timestamptz,
  thanked_at timestamptz,
  impact_at timestamptz,
  -- The latest of the moments above: what the funnel of a period must look at.
  touched_at timestamptz not null,
  voices int not null default 0,
  completions int not null default 0,
  kudos int not null default 0,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, need_id) references needs (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id)
);
create unique index journeys_by_need on journeys (org_id, need_id);
create unique index journeys_by_course on journeys (org_id, course_id);
create index journeys_by_group on journeys (org_id, group_id, touched_at);
create index journeys_touched on journeys (org_id, touched_at);
select isolate('journeys');
