-- What a group says of a criterion by which people judge a course: how much it counts (0: not at all), from which level it is
-- good enough, and its words; without words, those that Cairn has in each language (src/loop/4-validation/criteria/names.ts).
-- The nearest group above a course that says something of a criterion holds. Those of an organization's own have a key of
-- their own.
create table criteria (
  org_id uuid not null,
  group_id uuid not null,
  key text not null check (key ~ '^[a-z0-9-]{1,40}$'),
  words jsonb,
  weight int not null check (weight between 0 and 5),
  passes_at int not null check (passes_at between 2 and 4),
  set_by uuid not null,
  set_at timestamptz not null,
  -- Since when the group says nothing of it any more; it may say so again.
  left_at timestamptz,
  primary key (org_id, group_id, key),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, set_by) references members (org_id, id)
);
create index criteria_by_member on criteria (org_id, set_by);
select isolate('criteria');

-- Which criteria must pass before somebody may approve, by key.
alter table validation_policies add column must_pass text[] not null default '{}' check (cardinality(must_pass) <= 20);

-- A round keeps the criteria it was asked under (null: it is from before there were any).
alter table reviews add column criteria jsonb;

-- How well a course does on a criterion, as one reviewer of a round judges: a level from 1 to 4, and why. It counts, and others
-- read it, once they have given their verdict.
create table judgements (
  org_id uuid not null,
  review_id uuid not null,
  member_id uuid not null,
  criterion text not null,
  level int not null check (level between 1 and 4),
  note text not null default '',
  judged_at timestamptz not null,
  primary key (org_id, review_id, member_id, criterion)
);
alter table reviewers no force row level security;
alter table judgements add foreign key (org_id, review_id, member_id) references reviewers (org_id, review_id, member_id);
alter table reviewers force row level security;
create index judgements_by_criterion on judgements (org_id, criterion);
select isolate('judgements');
