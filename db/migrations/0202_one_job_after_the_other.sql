-- Jobs may belong to a queue, whose jobs are done one after the other: a long one takes one place of those who work on
-- jobs, and leaves the others to everything else.
create or replace function enqueue(jobs jsonb) returns void
language sql security definer set search_path = public, pg_catalog as $$
  select graphile_worker.add_jobs(array_agg(jsonb_populate_record(null::graphile_worker.job_spec, jsonb_build_object(
    'identifier', j->>'task',
    'payload', j->'payload',
    'queue_name', j->>'queue',
    'run_at', j->>'runAt',
    'max_attempts', coalesce((j->>'attempts')::int, 12)))))
  from jsonb_array_elements(jobs) j where j->>'key' is null having count(*) > 0;
  select graphile_worker.add_job(
    identifier => j->>'task',
    payload => (j->'payload')::json,
    queue_name => j->>'queue',
    run_at => (j->>'runAt')::timestamptz,
    job_key => j->>'key',
    max_attempts => coalesce((j->>'attempts')::int, 12))
  from jsonb_array_elements(jobs) j where j->>'key' is not null
$$;
