-- A key that ended is listed as long as somebody may ask why a program is refused; then who used it, and when, is forgotten.
create policy owner_looks on api_keys for select to current_user using (true);
create policy owner_forgets on api_keys for delete to current_user using (true);

-- Keys of writes nobody sends again, notes that a reaction ran, doors that closed long ago, tries that no longer count.
create or replace function forget_old(at timestamptz) returns void
language sql security definer set search_path = public, pg_catalog as $$
  delete from idempotency_keys k where k.at < forget_old.at - interval '7 days';
  delete from door_answers a where a.at < forget_old.at - interval '1 day';
  delete from deliveries d where d.at < forget_old.at - interval '90 days';
  delete from sessions s
    where s.expires_at < forget_old.at - interval '30 days' or s.revoked_at < forget_old.at - interval '30 days';
  delete from api_keys k
    where k.expires_at < forget_old.at - interval '90 days' or k.revoked_at < forget_old.at - interval '90 days';
  delete from password_resets p where p.expires_at < forget_old.at - interval '30 days';
  delete from throttles t where t.until < forget_old.at;
$$;
