-- One dated, typed act of help each: who helped whom with what. `key` makes it one within its source ('cairn', or what was
-- imported): the same again is the same signal. `helped_id` is null where it is not known, or where they take no part.
create table signals (
  org_id uuid not null,
  source text not null,
  key text not null,
  kind text not null check (kind in ('published', 'answered', 'accepted', 'reviewed', 'thanked', 'useful', 'outdated',
    'claimed', 'mentioned', 'endorsed', 'named')),
  helper_id uuid not null,
  helped_id uuid,
  at timestamptz not null,
  kept_at timestamptz not null,
  subject text,
  subject_id uuid,
  -- How many found it useful, those who found the contrary taken off.
  useful int not null default 0,
  primary key (org_id, source, key),
  foreign key (org_id, helper_id) references members (org_id, id),
  foreign key (org_id, helped_id) references members (org_id, id)
);
create index signals_by_helper on signals (org_id, helper_id, at);
create index signals_by_helped on signals (org_id, helped_id);
create index signals_by_subject on signals (org_id, subject_id, kind) where subject_id is not null;
create index signals_by_age on signals (org_id, at);
select isolate('signals');
create policy owner_reads on signals for select to current_user using (true);
create policy owner_forgets on signals for delete to current_user using (true);

-- Whom a course is by, as its publication told: what others say of it is said of them. And its tags.
-- For a moment the owner, who need be no superuser, sees rows of all organizations.
alter table evidence_courses no force row level security;
alter table courses no force row level security;
alter table course_versions no force row level security;
alter table facts no force row level security;
alter table evidence_courses add column author_id uuid;
update evidence_courses e set author_id = (select c.author_id from courses c where c.org_id = e.org_id and c.id = e.course_id);
alter table evidence_courses alter column author_id set not null;
alter table evidence_courses add column tags text[] not null default '{}';
update evidence_courses e set tags = coalesce((select v.tags from courses c join course_versions v on v.org_id = c.org_id
  and v.course_id = c.id and v.number = c.published_version where c.org_id = e.org_id and c.id = e.course_id), '{}');
alter table evidence_courses add foreign key (org_id, author_id) references members (org_id, id);
create index evidence_courses_by_author on evidence_courses (org_id, author_id);

drop function forget_old_evidence(timestamptz);
create function forget_old_traces(at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  delete from evidence e
  where e.at < forget_old_traces.at - make_interval(days => coalesce(
    (select p.keep_days from purposes p where p.org_id = e.org_id and p.purpose = 'detection'), 730));
  -- What was imported is kept as long as imports are, what was answered in the survey as long as the survey is.
  delete from signals s
  where s.at < forget_old_traces.at - make_interval(days => coalesce(
    (select p.keep_days from purposes p where p.org_id = s.org_id and p.purpose =
      case when s.source <> 'cairn' then 'imports' when s.kind = 'named' then 'survey' else 'detection' end),
    case when s.source <> 'cairn' then 365 else 730 end));
end $$;
revoke execute on function forget_old_traces(timestamptz) from public;
grant execute on function forget_old_traces(timestamptz) to cairn_app;

-- What happened before there were signals becomes some: the reactions that keep them run for each fact of the last two years.
do $$
begin
  if exists (select from facts) then
    perform graphile_worker.add_job('react', json_build_object('org', f.org_id, 'fact', f.id, 'reaction', r.reaction))
    from facts f join (values
      ('course.published', 'leader.signal-published'), ('need.claimed', 'leader.signal-claimed'),
      ('review.given', 'leader.signal-reviewed'), ('finding.resolved', 'leader.signal-finding'),
      ('comment.made', 'leader.signal-answered'), ('reaction.given', 'leader.signal-reaction'),
      ('kudos.given', 'leader.signal-thanked'), ('need.released', 'leader.signal-released')) r (type, reaction)
      on r.type = f.type
    where f.at > now() - interval '730 days'
    order by f.id;
  end if;
end $$;
alter table evidence_courses force row level security;
alter table courses force row level security;
alter table course_versions force row level security;
alter table facts force row level security;
