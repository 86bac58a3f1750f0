-- Rules of recognition: what an organization says that points and badges are given for, in versions, and what they gave.
create table rules (
  org_id uuid not null,
  id uuid not null,
  version int not null,
  made_at timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id)
);
select isolate('rules', 'select, insert, update');

create table rule_versions (
  org_id uuid not null,
  rule_id uuid not null,
  number int not null,
  name text not null,
  -- When it acts, for whom, what it gives and how much at most: `ruleBody` of src/loop/6-recognition/rule.contract.ts.
  body jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, rule_id, number),
  foreign key (org_id, rule_id) references rules (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id)
);
create index rule_versions_by_maker on rule_versions (org_id, made_by);
select isolate('rule_versions', 'select, insert');

-- From when until when a rule acted, in which version: one at a time.
create table rule_periods (
  org_id uuid not null,
  rule_id uuid not null,
  on_at timestamptz not null,
  version int not null,
  on_by uuid not null,
  off_at timestamptz,
  off_by uuid,
  check ((off_at is null) = (off_by is null)),
  primary key (org_id, rule_id, on_at),
  foreign key (org_id, rule_id, version) references rule_versions (org_id, rule_id, number),
  foreign key (org_id, on_by) references members (org_id, id),
  foreign key (org_id, off_by) references members (org_id, id)
);
create unique index rule_periods_open on rule_periods (org_id, rule_id) where off_at is null;
create index rule_periods_by_version on rule_periods (org_id, rule_id, version);
create index rule_periods_by_on on rule_periods (org_id, on_by);
create index rule_periods_by_off on rule_periods (org_id, off_by);
select isolate('rule_periods', 'select, insert, update');

-- What happened that rules may act on, numbered in the order in which it came here, with who had a part in it and where they
-- belonged then. Rules act on these and simulations replay them, so that both find the same.
create table rule_events (
  org_id uuid not null,
  number bigint not null,
  fact_id uuid not null,
  kind text not null,
  at timestamptz not null,
  -- What a rule gives for once.
  key text not null,
  course_id uuid,
  need_id uuid,
  -- The groups that it belongs to, from the root down.
  path uuid[] not null,
  topic_id uuid,
  tags text[] not null,
  -- Whom it counts for, and the groups they were in, with all above them.
  member_id uuid,
  member_groups uuid[] not null,
  -- [{role, id, groups, unnamed}]
  people jsonb not null,
  -- What somebody said of a course, and whether it still stood after that.
  mark text,
  stands boolean,
  primary key (org_id, number)
);
create unique index rule_events_once on rule_events (org_id, fact_id);
create index rule_events_by_kind on rule_events (org_id, kind, at);
create index rule_events_by_course on rule_events (org_id, course_id, kind, number) where course_id is not null;
create index rule_events_by_member on rule_events (org_id, member_id, kind, number) where member_id is not null;
select isolate('rule_events', 'select, insert');

-- How far what happened is brought in, and the last number.
create table rule_progress (
  org_id uuid not null,
  fact_id uuid not null,
  number bigint not null,
  primary key (org_id)
);
select isolate('rule_progress', 'select, insert, update');

-- What a rule gave, to whom and for what; and what was taken back of it.
create table rule_gifts (
  org_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  version int not null,
  number bigint not null,
  key text not null,
  member_id uuid not null,
  role text not null,
  at timestamptz not null,
  -- The month it counts in, such as 2026-11, where the organization counts months.
  month text not null,
  points int not null check (points >= 0),
  badge_id uuid,
  level int,
  -- Nobody but who receives it may learn that they had this part: reviewers of a blind round.
  is_unnamed boolean not null,
  transaction_id uuid,
  award_id uuid,
  taken_at timestamptz,
  taken_by uuid,
  taken_reason text,
  -- Points that could not be taken back: they were spent.
  missing int not null default 0,
  check ((badge_id is null) = (level is null)),
  check ((points > 0) = (transaction_id is not null)),
  check (points > 0 or badge_id is not null),
  check ((taken_at is null) = (taken_by is null) and (taken_at is null) = (taken_reason is null)),
  primary key (org_id, id),
  foreign key (org_id, rule_id, version) references rule_versions (org_id, rule_id, number),
  foreign key (org_id, number) references rule_events (org_id, number),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, badge_id) references badges (org_id, id),
  foreign key (org_id, transaction_id) references ledger_transactions (org_id, id),
  foreign key (org_id, award_id) references badge_awards (org_id, id),
  foreign key (org_id, taken_by) references members (org_id, id)
);
create unique index rule_gifts_once on rule_gifts (org_id, rule_id, key, member_id);
create index rule_gifts_by_version on rule_gifts (org_id, rule_id, version, id);
create index rule_gifts_by_rule on rule_gifts (org_id, rule_id, id);
create index rule_gifts_by_month on rule_gifts (org_id, rule_id, month);
create index rule_gifts_by_event on rule_gifts (org_id, number);
create index rule_gifts_by_member on rule_gifts (org_id, member_id, rule_id, at);
create index rule_gifts_by_badge on rule_gifts (org_id, badge_id);
create index rule_gifts_by_transaction on rule_gifts (org_id, transaction_id);
create index rule_gifts_by_award on rule_gifts (org_id, award_id);
create index rule_gifts_by_taker on rule_gifts (org_id, taken_by);
select isolate('rule_gifts', 'select, insert, update');

-- What happened before there were rules is brought here too, so that a simulation may look back.
do $$
declare
  one record;
begin
  for one in select org_id from organizations loop
    perform graphile_worker.add_job('rule-history', json_build_object('org', one.org_id));
  end loop;
end $$;
