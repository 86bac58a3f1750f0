-- Badges that an organization designs. Words and drawing are kept version by version: who was awarded one keeps those of then.
create table badges (
  org_id uuid not null,
  id uuid not null,
  version int not null,
  awarders text not null check (awarders in ('designers', 'managers', 'leaders')),
  is_public boolean not null,
  changed_at timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id)
);
select isolate('badges', 'select, insert, update');

create table badge_versions (
  org_id uuid not null,
  badge_id uuid not null,
  number int not null,
  name text not null,
  description text not null,
  criteria text not null,
  -- [{name, criteria}], the lowest first.
  levels jsonb not null,
  -- {shape, colour, symbol, trim}: what src/loop/6-recognition/badges/draw.ts draws from.
  drawing jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, badge_id, number),
  foreign key (org_id, badge_id) references badges (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id)
);
create index badge_versions_by_maker on badge_versions (org_id, made_by);
select isolate('badge_versions', 'select, insert');

-- Who holds a badge, of which level, and why. By a person, or by a rule that somebody made: by nobody for themselves.
create table badge_awards (
  org_id uuid not null,
  id uuid not null,
  badge_id uuid not null,
  version int not null,
  level int not null check (level between 1 and 5),
  member_id uuid not null,
  awarded_by uuid,
  rule_id text,
  rule_made_by uuid,
  reason text not null,
  course_id uuid,
  awarded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text,
  -- Whether it stands on the holder's profile: theirs to decide.
  is_shown boolean not null default true,
  check (awarded_by <> member_id),
  check (rule_made_by <> member_id),
  check ((awarded_by is null) = (rule_id is not null)),
  check ((rule_id is null) = (rule_made_by is null)),
  check ((revoked_at is null) = (revoke_reason is null)),
  primary key (org_id, id),
  foreign key (org_id, badge_id, version) references badge_versions (org_id, badge_id, number),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, awarded_by) references members (org_id, id),
  foreign key (org_id, rule_made_by) references members (org_id, id),
  foreign key (org_id, revoked_by) references members (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id)
);
create unique index badge_awards_once on badge_awards (org_id, member_id, badge_id, level) where revoked_at is null;
create index badge_awards_by_version on badge_awards (org_id, badge_id, version);
create index badge_awards_by_member on badge_awards (org_id, member_id, id);
create index badge_awards_by_awarder on badge_awards (org_id, awarded_by);
create index badge_awards_by_rule_maker on badge_awards (org_id, rule_made_by);
create index badge_awards_by_revoker on badge_awards (org_id, revoked_by);
create index badge_awards_by_course on badge_awards (org_id, course_id);
select isolate('badge_awards', 'select, insert, update');
