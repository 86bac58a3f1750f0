-- What a group asks of the review of its courses, of one kind of content (a template's key) or of all ('any').
create table validation_policies (
  org_id uuid not null,
  group_id uuid not null,
  kind text not null check (kind ~ '^[a-z0-9-]{1,40}$'),
  approvals int not null check (approvals between 1 and 5),
  approvers text[] not null check (cardinality(approvers) > 0
    and approvers <@ array['experts', 'reviewers', 'leaders', 'managers', 'named', 'anyone']),
  named uuid[] not null default '{}',
  is_blind boolean not null,
  days int not null check (days between 1 and 30),
  most_open int not null check (most_open between 1 and 20),
  may_widen boolean not null,
  trusted_after int check (trusted_after between 0 and 100),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, group_id, kind),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, set_by) references members (org_id, id)
);
create index validation_policies_by_member on validation_policies (org_id, set_by);
select isolate('validation_policies');

-- A round keeps the policy it was asked under (null: it is from before there were any), who was wished for, how many further
-- opinions were asked for, until when it is to be decided, and since when nobody is left who could be asked.
alter table reviews add column policy jsonb;
alter table reviews add column is_blind boolean not null default false;
alter table reviews add column wished uuid[] not null default '{}';
alter table reviews add column opinions int not null default 0;
alter table reviews add column due_at timestamptz;
alter table reviews add column stranded_at timestamptz;
-- When the engine looks at it again.
alter table reviews add column looks_at timestamptz;
create index reviews_waiting on reviews (org_id, asked_at) where closed_at is null;

-- A turn: as what somebody has it, how the policy gave way for them, until when it is theirs, and why it ended without a verdict.
alter table reviewers add column by text
  check (by in ('busy', 'widened', 'anyone', 'escalated', 'reciprocal', 'alone', 'fewer'));
alter table reviewers add column asked_as text
  check (asked_as in ('experts', 'reviewers', 'leaders', 'managers', 'named', 'anyone'));
alter table reviewers add column due_at timestamptz;
alter table reviewers add column reminded_at timestamptz;
alter table reviewers add column ended_at timestamptz;
alter table reviewers add column ended_why text
  check (ended_why in ('declined', 'expired', 'gone', 'away', 'unfit'));
alter table reviewers no force row level security;
update reviewers set ended_at = declined_at, ended_why = 'declined' where declined_at is not null;
alter table reviewers add check ((ended_at is null) = (ended_why is null));
alter table reviewers drop column declined_at;
alter table reviewers force row level security;
create index reviewers_waiting on reviewers (org_id, member_id, asked_at) where given_at is null and ended_at is null;
