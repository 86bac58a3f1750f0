-- What an organization thanks for, and how many points each may give in a month.
create table kudos_values (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  about text not null,
  added_at timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id)
);
select isolate('kudos_values');

create table recognition_settings (
  org_id uuid not null,
  allowance int not null check (allowance between 0 and 10000),
  time_zone text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id),
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index recognition_settings_by_changer on recognition_settings (org_id, changed_by);
select isolate('recognition_settings');

-- Thanks to several people are one row for each, which the first of them holds together.
alter table kudos add column together_id uuid;
alter table kudos add column value_id uuid;
alter table kudos add column comment_id uuid;
alter table kudos add column points int not null default 0 check (points >= 0);
alter table kudos no force row level security;
alter table comments no force row level security;
alter table kudos_values no force row level security;
update kudos set together_id = id;
alter table kudos alter column together_id set not null;
alter table kudos add foreign key (org_id, value_id) references kudos_values (org_id, id);
alter table kudos add foreign key (org_id, comment_id) references comments (org_id, id);
alter table kudos_values force row level security;
alter table comments force row level security;
alter table kudos force row level security;
create index kudos_together on kudos (org_id, together_id);
create index kudos_by_value on kudos (org_id, value_id);
create index kudos_for_comment on kudos (org_id, comment_id);
