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

-- How long they are kept: forget_old_traces, in 0115.
