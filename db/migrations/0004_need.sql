-- What do we not know? Needs and the voices that add weight to them.
create table needs (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  title text not null,
  details text not null default '',
  raised_by uuid not null,
  raised_at timestamptz not null,
  voice_count int not null default 0,
  merged_into uuid,
  merged_at timestamptz,
  merged_by uuid,
  answered_at timestamptz,
  answered_by_course uuid,
  closed_at timestamptz,
  closed_by uuid,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, raised_by) references members (org_id, id),
  foreign key (org_id, merged_into) references needs (org_id, id),
  foreign key (org_id, merged_by) references members (org_id, id),
  foreign key (org_id, closed_by) references members (org_id, id)
);
create index needs_by_group on needs (org_id, group_id, id);
create index needs_by_raiser on needs (org_id, raised_by, id);
create index needs_merged_into on needs (org_id, merged_into);
create index needs_merged_by on needs (org_id, merged_by);
create index needs_closed_by on needs (org_id, closed_by);
create index needs_newest on needs (org_id, raised_at, id);
create index needs_open on needs (org_id, voice_count, id)
  where merged_into is null and answered_at is null and closed_at is null;
select isolate('needs');

create table voices (
  org_id uuid not null,
  need_id uuid not null,
  member_id uuid not null,
  reason text not null default '',
  at timestamptz not null,
  -- Set while the voice came in by a merge: the need it was first given to, so that a merge can be undone.
  came_from uuid,
  primary key (org_id, need_id, member_id),
  foreign key (org_id, need_id) references needs (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, came_from) references needs (org_id, id)
);
create index voices_by_member on voices (org_id, member_id, at);
create index voices_came_from on voices (org_id, came_from);
select isolate('voices');
