-- Leaders who are ready to coach new ones, and how many at once; what of and in which languages their profile says.
create table coaches (
  org_id uuid not null,
  member_id uuid not null,
  at_once int not null check (at_once between 1 and 10),
  since timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('coaches');

-- Who asked whom to coach them, of what, and what came of it.
create table coachings (
  org_id uuid not null,
  id uuid not null,
  asker_id uuid not null,
  coach_id uuid not null,
  topic_id uuid,
  words text not null,
  state text not null check (state in ('asked', 'coaching', 'declined', 'withdrawn', 'ended')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  note text not null default '',
  ended_at timestamptz,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, asker_id) references members (org_id, id),
  foreign key (org_id, coach_id) references members (org_id, id),
  foreign key (org_id, topic_id) references topics (org_id, id),
  foreign key (org_id, ended_by) references members (org_id, id),
  check (asker_id <> coach_id)
);
create index coachings_by_asker on coachings (org_id, asker_id, id);
create index coachings_by_coach on coachings (org_id, coach_id, id);
create index coachings_by_topic on coachings (org_id, topic_id);
create index coachings_ended_by on coachings (org_id, ended_by);
-- One asks one at a time, and has one coach at a time.
create unique index coachings_open on coachings (org_id, asker_id) where state in ('asked', 'coaching');
select isolate('coachings');

-- The weeks of which leaders were written to, and up to whom: a letter that was written is not written again.
create table community_digests (
  org_id uuid not null,
  -- Its Monday, as 2026-11-23.
  week text not null,
  begun_at timestamptz not null,
  done_to uuid,
  letters int not null default 0,
  finished_at timestamptz,
  primary key (org_id, week)
);
select isolate('community_digests');
