-- Who thanks whom more than anything explains: nobody looks until an organization says so.
alter table purposes drop constraint purposes_purpose_check;
alter table purposes add constraint purposes_purpose_check
  check (purpose in ('detection', 'survey', 'network', 'imports', 'fairness'));

-- When thanks were last looked through, and how many there were.
create table ring_searches (
  org_id uuid not null,
  searched_at timestamptz not null,
  thanks int not null,
  primary key (org_id)
);
select isolate('ring_searches');

-- People whose thanks to one another somebody should look at. What is said of them are counts of what is known anyway;
-- nothing follows from a flag by itself.
create table ring_flags (
  org_id uuid not null,
  id uuid not null,
  flagged_at timestamptz not null,
  -- When it was last found, with what is said here.
  found_at timestamptz not null,
  -- The first and last thanks among them that were looked at.
  since timestamptz not null,
  until timestamptz not null,
  -- How often they thanked one another, of how often they thanked anybody, and with how many points; and how many of the
  -- thanks among them say for what.
  thanks int not null,
  all_thanks int not null,
  points int not null,
  all_points int not null,
  grounded int not null,
  decision text check (decision in ('nothing', 'talk')),
  note text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, decided_by) references members (org_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)
    and (decision is null) = (note is null))
);
create index ring_flags_by_decider on ring_flags (org_id, decided_by);
create index ring_flags_newest on ring_flags (org_id, flagged_at, id);
select isolate('ring_flags');

create table ring_flag_members (
  org_id uuid not null,
  flag_id uuid not null,
  member_id uuid not null,
  primary key (org_id, flag_id, member_id),
  foreign key (org_id, flag_id) references ring_flags (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index ring_flag_members_by_member on ring_flag_members (org_id, member_id);
select isolate('ring_flag_members');
