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
declare old record;
begin
  delete from evidence e
  where e.at < forget_old_traces.at - make_interval(days => coalesce(
    (select p.keep_days from purposes p where p.org_id = e.org_id and p.purpose = 'detection'), 730));
  perform pg_advisory_xact_lock_shared(hashtextextended('base ' || o.org_id, 0)) from organizations o;
  -- What was imported is kept as long as imports are, what was answered in a survey as long as surveys are.
  with gone as (
    delete from signals s
    where s.at < forget_old_traces.at - make_interval(days => coalesce(
      (select p.keep_days from purposes p where p.org_id = s.org_id and p.purpose =
        case s.source when 'cairn' then 'detection' when 'survey' then 'survey' else 'imports' end),
      case s.source when 'cairn' then 730 else 365 end))
    returning *)
  insert into signal_changes (org_id, times, helper_id, helped_id, at, kind, subject_id, topic, useful)
  select org_id, -1, helper_id, helped_id, g.at, kind, subject_id, topic, useful from gone g
  where exists (select from counted_bases b where b.org_id = g.org_id);
  -- Who was asked goes with the survey, and so does what told them.
  for old in select s.org_id, s.id, s.group_id from surveys s
    where coalesce(s.closed_at, s.ends_at) < forget_old_traces.at - make_interval(days => coalesce(
      (select p.keep_days from purposes p where p.org_id = s.org_id and p.purpose = 'survey'), 365))
  loop
    delete from feed_audience a using feed_entries f
    where f.org_id = old.org_id and f.group_id = old.group_id and f.kind = 'survey.asked'
      and f.data ->> 'surveyId' = old.id::text and a.org_id = f.org_id and a.entry_id = f.id;
    delete from feed_entries f where f.org_id = old.org_id and f.group_id = old.group_id and f.kind = 'survey.asked'
      and f.data ->> 'surveyId' = old.id::text;
    delete from survey_invitations i where i.org_id = old.org_id and i.survey_id = old.id;
    delete from surveys s where s.org_id = old.org_id and s.id = old.id;
  end loop;
  -- What somebody wrote is theirs to change until the end, and then of no more use.
  update survey_invitations i set said = null from surveys s
  where s.org_id = i.org_id and s.id = i.survey_id and i.said is not null
    and coalesce(s.closed_at, s.ends_at) <= forget_old_traces.at;
end $$;
revoke execute on function forget_old_traces(timestamptz) from public;
grant execute on function forget_old_traces(timestamptz) to cairn_app;
