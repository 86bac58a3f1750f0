-- What readers of a published course give to it. Its author takes it into the draft, or says why not.
create table contributions (
  org_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('edit', 'question', 'clip', 'step', 'tip')),
  -- Where it belongs: a step, and the block that it changes or stands behind.
  step_id text not null,
  block_id text,
  content jsonb not null,
  file_id uuid,
  -- Counts its wordings: nobody decides on one that they have not read.
  edition int not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  words text not null default '',
  -- What it became in the draft, and for an edit the block as it was before.
  placed jsonb,
  credited_at timestamptz,
  credited_version int,
  primary key (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, decided_by) references members (org_id, id),
  foreign key (org_id, file_id) references assets (org_id, id),
  check ((state = 'taken') = (placed is not null)),
  check ((state in ('taken', 'declined')) = (decided_by is not null)),
  check ((credited_at is null) = (credited_version is null))
);
create index contributions_by_course on contributions (org_id, course_id, id);
create index contributions_by_member on contributions (org_id, member_id, id);
create index contributions_by_decider on contributions (org_id, decided_by);
create index contributions_with_file on contributions (org_id, file_id);
select isolate('contributions');

-- What somebody chose about the ladder, and which step they were proposed last; nobody has a row before either.
create table ladder_choices (
  org_id uuid not null,
  member_id uuid not null,
  wants_proposals boolean not null default true,
  is_named boolean not null default true,
  is_shown boolean not null default false,
  proposed_at timestamptz,
  proposed_rung text,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('ladder_choices');
