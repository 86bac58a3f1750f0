-- Many jobs at once (a mail to each of ten thousand people) go on the queue in one statement, not one by one. Jobs
-- with a key replace those that wait under it, and are few.
create or replace function enqueue(jobs jsonb) returns void
language sql security definer set search_path = public, pg_catalog as $$
  select graphile_worker.add_jobs(array_agg(jsonb_populate_record(null::graphile_worker.job_spec, jsonb_build_object(
    'identifier', j->>'task',
    'payload', j->'payload',
    'run_at', j->>'runAt',
    'max_attempts', coalesce((j->>'attempts')::int, 12)))))
  from jsonb_array_elements(jobs) j where j->>'key' is null having count(*) > 0;
  select graphile_worker.add_job(
    identifier => j->>'task',
    payload => (j->'payload')::json,
    run_at => (j->>'runAt')::timestamptz,
    job_key => j->>'key',
    max_attempts => coalesce((j->>'attempts')::int, 12))
  from jsonb_array_elements(jobs) j where j->>'key' is not null
$$;
