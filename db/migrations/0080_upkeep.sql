-- What has served its purpose is forgotten by a daily job, so that no table grows without end. The job belongs to no
-- organization: its functions run as the owner, who may remove rows of these tables in all of them.
create policy owner_looks on idempotency_keys for select to current_user using (true);
create policy owner_forgets on idempotency_keys for delete to current_user using (true);
create policy owner_looks on deliveries for select to current_user using (true);
create policy owner_forgets on deliveries for delete to current_user using (true);
create policy owner_looks on sessions for select to current_user using (true);
create policy owner_forgets on sessions for delete to current_user using (true);
create policy owner_looks on password_resets for select to current_user using (true);
create policy owner_forgets on password_resets for delete to current_user using (true);
create policy owner_looks on assets for select to current_user using (true);
create policy owner_forgets on assets for delete to current_user using (true);

-- Keys of writes nobody sends again, notes that a reaction ran, doors that closed long ago, tries that no longer count.
create function forget_old(at timestamptz) returns void
language sql security definer set search_path = public, pg_catalog as $$
  delete from idempotency_keys k where k.at < forget_old.at - interval '7 days';
  delete from deliveries d where d.at < forget_old.at - interval '90 days';
  delete from sessions s
    where s.expires_at < forget_old.at - interval '30 days' or s.revoked_at < forget_old.at - interval '30 days';
  delete from password_resets p where p.expires_at < forget_old.at - interval '30 days';
  delete from throttles t where t.until < forget_old.at;
$$;

-- Uploads that nobody went on with for a week; their files are removed by whoever asks.
create function forget_unfinished_uploads(at timestamptz) returns table (org_id uuid, id uuid)
language sql security definer set search_path = public, pg_catalog as $$
  delete from assets a
  where a.finished_at is null and a.started_at < forget_unfinished_uploads.at - interval '7 days'
  returning a.org_id, a.id
$$;
revoke execute on function forget_old(timestamptz), forget_unfinished_uploads(timestamptz) from public;
grant execute on function forget_old(timestamptz), forget_unfinished_uploads(timestamptz) to cairn_app;
