-- What an organization lets Cairn find out about its people, each for one purpose: since when, by what right, how long it
-- is kept, who sees it. Where there is no row, nobody decided yet and what is usual holds (src/loop/2-leader/purpose-rules.ts).
create table purposes (
  org_id uuid not null,
  purpose text not null check (purpose in ('detection', 'survey', 'network', 'imports')),
  on_since timestamptz,
  legal_note text not null,
  keep_days int not null check (keep_days between 30 and 3650),
  seen_by text not null check (seen_by in ('nobody', 'admins', 'managers', 'leaders', 'everyone')),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id, purpose),
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index purposes_by_member on purposes (org_id, changed_by);
select isolate('purposes');
create policy owner_reads on purposes for select to current_user using (true);

-- What is older than its organization keeps such things: 730 days where nobody decided.
create policy owner_forgets on evidence for delete to current_user using (true);
create function forget_old_evidence(at timestamptz) returns void
language sql security definer set search_path = public, pg_catalog as $$
  delete from evidence e
  where e.at < forget_old_evidence.at - make_interval(days => coalesce(
    (select p.keep_days from purposes p where p.org_id = e.org_id and p.purpose = 'detection'), 730))
$$;
revoke execute on function forget_old_evidence(timestamptz) from public;
grant execute on function forget_old_evidence(timestamptz) to cairn_app;
