-- What leaders tell one another: programs, best practices and tips, each for the leaders of a group and those below it.
create table community_posts (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  kind text not null check (kind in ('program', 'practice', 'tip')),
  title text not null,
  words text not null,
  -- Of a program: [{text, day}], the day as 2026-11-27 or null.
  steps jsonb not null default '[]',
  -- A template of the organization that comes with it.
  template_id uuid,
  author_id uuid not null,
  posted_at timestamptz not null,
  edited_at timestamptz,
  withdrawn_at timestamptz,
  pinned_at timestamptz,
  pinned_by uuid,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, author_id) references members (org_id, id),
  foreign key (org_id, pinned_by) references members (org_id, id),
  foreign key (org_id, template_id) references templates (org_id, id),
  check ((pinned_at is null) = (pinned_by is null))
);
create index community_posts_in on community_posts (org_id, group_id, id);
create index community_posts_by on community_posts (org_id, author_id, id);
create index community_posts_pinned_by on community_posts (org_id, pinned_by);
create index community_posts_template on community_posts (org_id, template_id);
select isolate('community_posts');

-- Time that an experienced leader offers to others: from when, for how many minutes, where or how, and for how many.
create table office_hours (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  host_id uuid not null,
  topic text not null,
  words text not null,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 10 and 480),
  places int not null check (places between 1 and 200),
  place text not null,
  -- Of the host, in which they are written to.
  time_zone text not null,
  offered_at timestamptz not null,
  -- How often it was changed: calendars keep what has the highest.
  sequence int not null default 0,
  cancelled_at timestamptz,
  cancelled_why text,
  reminded_at timestamptz,
  held_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, host_id) references members (org_id, id),
  check ((cancelled_at is null) = (cancelled_why is null))
);
create index office_hours_in on office_hours (org_id, group_id);
create index office_hours_by on office_hours (org_id, host_id, id);
create index office_hours_when on office_hours (org_id, starts_at, id);
select isolate('office_hours');

-- Who comes.
create table office_hour_guests (
  org_id uuid not null,
  hour_id uuid not null,
  member_id uuid not null,
  time_zone text not null,
  signed_up_at timestamptz not null,
  primary key (org_id, hour_id, member_id),
  foreign key (org_id, hour_id) references office_hours (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index office_hour_guests_of on office_hour_guests (org_id, member_id);
select isolate('office_hour_guests');
