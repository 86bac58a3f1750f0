-- Somebody is proposed as a leader of a group; a named person confirms it with a reason, or does not; the member answers.
-- Nothing here happens by itself: a score is no row of it.
create table nominations (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  group_id uuid not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('confirmed', 'dismissed')),
  reason text not null default '',
  answer text check (answer in ('accepted', 'declined', 'later')),
  answered_at timestamptz,
  answer_note text not null default '',
  later_until timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, decided_by) references members (org_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check (answer is null or decision = 'confirmed'),
  check ((answer = 'later') = (later_until is not null) or answer is null)
);
create unique index nominations_open on nominations (org_id, member_id, group_id)
  where decision is distinct from 'dismissed' and (answer is null or answer = 'later');
create index nominations_by_member on nominations (org_id, member_id, id);
create index nominations_by_group on nominations (org_id, group_id, id);
create index nominations_by_decider on nominations (org_id, decided_by);
select isolate('nominations');

-- Who proposed them, each with a reason that the member reads.
create table nomination_voices (
  org_id uuid not null,
  nomination_id uuid not null,
  member_id uuid not null,
  reason text not null,
  at timestamptz not null,
  primary key (org_id, nomination_id, member_id),
  foreign key (org_id, nomination_id) references nominations (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index nomination_voices_by_member on nomination_voices (org_id, member_id);
select isolate('nomination_voices');
