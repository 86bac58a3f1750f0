-- What was answered to a write of somebody who is not signed in, for when it is sent again. Nobody knows yet which
-- organization it belongs to, and the answer may carry a session: it is sealed with what only its sender knows.
create table door_answers (
  key text primary key,
  sealed text not null,
  at timestamptz not null
);
create index door_answers_by_age on door_answers (at);
grant select, insert on door_answers to cairn_app;

-- Keys of writes nobody sends again, notes that a reaction ran, doors that closed long ago, tries that no longer count.
create or replace function forget_old(at timestamptz) returns void
language sql security definer set search_path = public, pg_catalog as $$
  delete from idempotency_keys k where k.at < forget_old.at - interval '7 days';
  delete from door_answers a where a.at < forget_old.at - interval '1 day';
  delete from deliveries d where d.at < forget_old.at - interval '90 days';
  delete from sessions s
    where s.expires_at < forget_old.at - interval '30 days' or s.revoked_at < forget_old.at - interval '30 days';
  delete from password_resets p where p.expires_at < forget_old.at - interval '30 days';
  delete from throttles t where t.until < forget_old.at;
$$;
