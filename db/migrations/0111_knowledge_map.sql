-- What somebody looked for and did not find: once a day each. `asker` is a digest of who and the month, so that one
-- person counts as one, and is read back as nobody.
create table search_misses (
  org_id uuid not null,
  words text not null,
  -- Days since 1970.
  day int not null,
  asker text not null,
  topic_id uuid,
  primary key (org_id, words, day, asker),
  foreign key (org_id, topic_id) references topics (org_id, id)
);
create index search_misses_by_topic on search_misses (org_id, topic_id, day);
create index search_misses_by_day on search_misses (org_id, day);
select isolate('search_misses');
create policy owner_reads on search_misses for select to current_user using (true);
create policy owner_forgets on search_misses for delete to current_user using (true);

-- Somebody with whom a topic stands or falls has left, or is about to: who is asked about it from now on?
create table handovers (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  topic_id uuid not null,
  why text not null check (why in ('left', 'leaving')),
  opened_by uuid,
  opened_at timestamptz not null,
  successor_id uuid,
  note text not null default '',
  closed_by uuid,
  closed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, topic_id) references topics (org_id, id),
  foreign key (org_id, opened_by) references members (org_id, id),
  foreign key (org_id, successor_id) references members (org_id, id),
  foreign key (org_id, closed_by) references members (org_id, id),
  check ((closed_by is null) = (closed_at is null)),
  check (successor_id is null or closed_at is not null)
);
create unique index handovers_open on handovers (org_id, member_id, topic_id) where closed_at is null;
create index handovers_by_member on handovers (org_id, member_id);
create index handovers_by_topic on handovers (org_id, topic_id);
create index handovers_by_opener on handovers (org_id, opened_by);
create index handovers_by_successor on handovers (org_id, successor_id);
create index handovers_by_closer on handovers (org_id, closed_by);
select isolate('handovers');

-- What was looked for in vain is forgotten after half a year.
create function forget_old_misses(at timestamptz) returns void
language sql security definer set search_path = public, pg_catalog as $$
  delete from search_misses m where m.day < extract(epoch from at) / 86400 - 180
$$;
revoke execute on function forget_old_misses(timestamptz) from public;
grant execute on function forget_old_misses(timestamptz) to cairn_app;
