-- Whom an act of help was for, where nobody is told: a blind review, thanks that are private. It is there for counting
-- alone, which has to know when a few give to one another. Whatever is shown to anybody reads helped_id, which is null then.
alter table signals add column veiled_id uuid check (veiled_id is null or helped_id is null);
-- For a moment the owner, who need be no superuser, sees rows of all organizations: the database looks through them.
alter table signals no force row level security;
alter table members no force row level security;
alter table signals add foreign key (org_id, veiled_id) references members (org_id, id);
alter table members force row level security;
alter table signals force row level security;
create index signals_by_veiled on signals (org_id, veiled_id) where veiled_id is not null;

-- As before, with whom an act was for also where nobody is told.
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
  select org_id, -1, helper_id, coalesce(helped_id, veiled_id), g.at, kind, subject_id, topic, useful from gone g
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
