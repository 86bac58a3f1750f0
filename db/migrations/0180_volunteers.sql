-- Who wants to share what they know, in which group: one row for each, also when they withdraw and come back.
create table volunteers (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  group_id uuid not null,
  -- What they answered when they came, if anything.
  campaign_id uuid,
  came_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Who is to greet them; nobody where there is nobody else.
  sponsor_id uuid,
  -- When nobody has greeted them by then, somebody is reminded: once.
  remind_at timestamptz not null,
  reminded_at timestamptz,
  step text check (step in ('topic', 'answer', 'academy')),
  -- When they really did it.
  topic_at timestamptz,
  answer_at timestamptz,
  academy_at timestamptz,
  greeted_by uuid,
  greeted_at timestamptz,
  greeting text not null default '',
  primary key (org_id, id),
  unique (org_id, member_id, group_id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, sponsor_id) references members (org_id, id),
  foreign key (org_id, greeted_by) references members (org_id, id),
  check ((greeted_by is null) = (greeted_at is null))
);
create index volunteers_by_group on volunteers (org_id, group_id);
create index volunteers_of_sponsor on volunteers (org_id, sponsor_id);
create index volunteers_greeted_by on volunteers (org_id, greeted_by);
create index volunteers_waiting on volunteers (org_id, came_at, id) where withdrawn_at is null;
select isolate('volunteers');
