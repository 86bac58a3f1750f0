-- Time for leading that a leader asked for and a manager agreed to: so many hours a month, from one day until another.
create table protected_times (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  -- Whoever answers for this group answers.
  group_id uuid not null,
  state text not null check (state in ('asked', 'proposed', 'agreed', 'declined', 'withdrawn')),
  why text not null,
  asked_hours int not null check (asked_hours between 1 and 80),
  -- What was proposed instead, or agreed to.
  hours int check (hours between 1 and 80),
  -- Days, as 2026-11-27; the last one included.
  from_day text not null,
  until_day text not null,
  rhythm text not null check (rhythm in ('flexible', 'weekly', 'monthly')),
  weekday int check (weekday between 1 and 7),
  time text,
  time_zone text not null,
  asked_at timestamptz not null,
  manager_id uuid,
  answered_at timestamptz,
  answer text not null default '',
  agreed_at timestamptz,
  -- The last day, where somebody ended it before.
  ends_day text,
  ended_by uuid,
  ended_at timestamptz,
  ended_why text not null default '',
  sequence int not null default 0,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, manager_id) references members (org_id, id),
  foreign key (org_id, ended_by) references members (org_id, id),
  check (from_day <= until_day),
  check ((rhythm = 'flexible') = (weekday is null) and (weekday is null) = (time is null)),
  check ((ends_day is null) = (ended_by is null) and (ends_day is null) = (ended_at is null))
);
create index protected_times_of on protected_times (org_id, member_id, id);
create index protected_times_in on protected_times (org_id, group_id, id);
create index protected_times_by on protected_times (org_id, manager_id);
create index protected_times_ended_by on protected_times (org_id, ended_by);
select isolate('protected_times');

-- How much of it was used in a month, as whoever has it says.
create table protected_hours (
  org_id uuid not null,
  time_id uuid not null,
  -- As 2026-11.
  month text not null,
  minutes int not null check (minutes between 0 and 14400),
  noted_at timestamptz not null,
  primary key (org_id, time_id, month),
  foreign key (org_id, time_id) references protected_times (org_id, id)
);
select isolate('protected_hours');
