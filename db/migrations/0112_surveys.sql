-- A survey asks people of a group who helps them: first some, then whom those name. What they answer are signals of the
-- source 'survey'; nothing else says who named whom.
create table surveys (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, opened_by) references members (org_id, id),
  foreign key (org_id, closed_by) references members (org_id, id),
  check ((closed_by is null) = (closed_at is null)),
  check (ends_at > opened_at)
);
create index surveys_by_group on surveys (org_id, group_id, id);
create index surveys_by_opener on surveys (org_id, opened_by);
create index surveys_by_closer on surveys (org_id, closed_by);
select isolate('surveys');

-- Who is asked, and in which wave: those of the first were drawn or are all, those of the next were named in the one
-- before. `said` is what they wrote, for them alone, and only as long as they may change it.
create table survey_invitations (
  org_id uuid not null,
  survey_id uuid not null,
  member_id uuid not null,
  wave int not null check (wave > 0),
  asked_at timestamptz not null,
  answered_at timestamptz,
  declined_at timestamptz,
  said jsonb,
  primary key (org_id, survey_id, member_id),
  foreign key (org_id, survey_id) references surveys (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  check (answered_at is null or declined_at is null),
  check (said is null or answered_at is not null)
);
create index survey_invitations_by_member on survey_invitations (org_id, member_id);
select isolate('survey_invitations');

create policy owner_reads on surveys for select to current_user using (true);
create policy owner_forgets on surveys for delete to current_user using (true);
create policy owner_reads on survey_invitations for select to current_user using (true);
create policy owner_forgets on survey_invitations for delete to current_user using (true);
create policy owner_clears on survey_invitations for update to current_user using (true);
create policy owner_reads on feed_entries for select to current_user using (true);
create policy owner_forgets on feed_entries for delete to current_user using (true);
create policy owner_reads on feed_audience for select to current_user using (true);
create policy owner_forgets on feed_audience for delete to current_user using (true);

-- What was brought in under the name that answers of surveys have from now on, gets another.
alter table signals no force row level security;
alter table signal_imports no force row level security;
update signals set source = source || ' (file)' where lower(source) = 'survey';
update signal_imports set source = source || ' (file)' where lower(source) = 'survey';
alter table signals force row level security;
alter table signal_imports force row level security;

create or replace function forget_old_traces(at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_catalog as $$
declare old record;
begin
  delete from evidence e
  where e.at < forget_old_traces.at - make_interval(days => coalesce(
    (select p.keep_days from purposes p where p.org_id = e.org_id and p.purpose = 'detection'), 730));
  -- What was imported is kept as long as imports are, what was answered in a survey as long as surveys are.
  delete from signals s
  where s.at < forget_old_traces.at - make_interval(days => coalesce(
    (select p.keep_days from purposes p where p.org_id = s.org_id and p.purpose =
      case s.source when 'cairn' then 'detection' when 'survey' then 'survey' else 'imports' end),
    case s.source when 'cairn' then 730 else 365 end));
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
