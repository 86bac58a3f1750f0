-- Every night the job that forgets what has served its purpose puts itself on the queue again. The queue's own calendar
-- is not used: after an outage it keeps the library from working on any job until its own waiting is over.
create function schedule_upkeep() returns void
language sql security definer set search_path = public, pg_catalog as $$
  select graphile_worker.add_job(
    identifier => 'upkeep',
    payload => '{}',
    run_at => date_trunc('day', now() - interval '3 hours 17 minutes') + interval '1 day 3 hours 17 minutes',
    job_key => 'upkeep',
    job_key_mode => 'preserve_run_at',
    max_attempts => 12)
$$;
revoke execute on function schedule_upkeep() from public;
grant execute on function schedule_upkeep() to cairn_app;
