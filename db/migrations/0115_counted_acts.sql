-- What a count of everybody's help knew of signals, packed, so that the next one reads what changed since alone
-- (docs/decisions/0029). Of a large organization only. While `made_at` is null it is being made.
create table counted_bases (
  org_id uuid not null,
  begun_at timestamptz not null,
  made_at timestamptz,
  primary key (org_id)
);
select isolate('counted_bases');
create policy owner_reads on counted_bases for select to current_user using (true);

-- Each member's acts of help, whom they helped by number: src/loop/2-leader/detection/pack.ts. Null where they are to be read
-- from the signals again.
create table counted_acts (
  org_id uuid not null,
  member_id uuid not null,
  number int,
  acts bytea,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
-- They are small numbers of many kinds: looking for what repeats in them takes long and saves little.
alter table counted_acts alter column acts set storage external;
select isolate('counted_acts');

-- What those acts are about, by number: a need or a course, or what a line of another tool said.
create table counted_abouts (
  org_id uuid not null,
  number int not null,
  subject_id uuid,
  tag text,
  primary key (org_id, number)
);
select isolate('counted_abouts');

-- Signals that came (1) or went (-1) since, where there is such a base.
create table signal_changes (
  org_id uuid not null,
  id bigint generated always as identity,
  times int not null check (times in (1, -1)),
  helper_id uuid not null,
  helped_id uuid,
  at timestamptz not null,
  kind text not null,
  subject_id uuid,
  topic text,
  useful int not null,
  primary key (org_id, id)
);
create index signal_changes_by_helper on signal_changes (org_id, helper_id);
create index signal_changes_by_helped on signal_changes (org_id, helped_id);
select isolate('signal_changes');
create policy owner_writes on signal_changes for insert to current_user with check (true);

create policy owner_reads on signal_changes for select to current_user using (true);

-- What is forgotten by age is noted too: whoever begins a base waits for it, as for everybody who changes signals.
create or replace function forget_old_traces(at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  delete from evidence e
  where e.at < forget_old_traces.at - make_interval(days => coalesce(
    (select p.keep_days from purposes p where p.org_id = e.org_id and p.purpose = 'detection'), 730));
  perform pg_advisory_xact_lock_shared(hashtextextended('base ' || o.org_id, 0)) from organizations o;
  -- What was imported is kept as long as imports are, what was answered in the survey as long as the survey is.
  with gone as (
    delete from signals s
    where s.at < forget_old_traces.at - make_interval(days => coalesce(
      (select p.keep_days from purposes p where p.org_id = s.org_id and p.purpose =
        case when s.source <> 'cairn' then 'imports' when s.kind = 'named' then 'survey' else 'detection' end),
      case when s.source <> 'cairn' then 365 else 730 end))
    returning *)
  insert into signal_changes (org_id, times, helper_id, helped_id, at, kind, subject_id, topic, useful)
  select org_id, -1, helper_id, helped_id, g.at, kind, subject_id, topic, useful from gone g
  where exists (select from counted_bases b where b.org_id = g.org_id);
end $$;
revoke execute on function forget_old_traces(timestamptz) from public;
grant execute on function forget_old_traces(timestamptz) to cairn_app;
