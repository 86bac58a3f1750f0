-- The ground every other table stands on: isolation by organization, jobs, facts, idempotency.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Puts a table behind its organization: forced row-level security, and only the rights the application needs.
-- `rights` is a list such as 'select, insert'; an append-only table gets no update and no delete.
create function isolate(tab regclass, rights text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  execute format(
    'create policy organization on %s to cairn_app using (org_id = current_setting(''app.org'')::uuid) '
    'with check (org_id = current_setting(''app.org'')::uuid)', tab);
  execute format('grant %s on %s to cairn_app', rights, tab);
end $$;
revoke execute on function isolate(regclass, text) from public;

-- Words as people type them: without accents, in lower case. Immutable so that indexes may use it.
create function folded(words text) returns text
language sql immutable parallel safe strict
set search_path = public, pg_catalog
as $$ select lower(unaccent('unaccent'::regdictionary, words)) $$;

-- What happened, in the order it happened. Append-only; ids are UUIDv7, so ranges of ids are ranges of time.
create table facts (
  org_id uuid not null,
  id uuid not null,
  type text not null,
  actor_id uuid,
  at timestamptz not null,
  data jsonb not null,
  primary key (org_id, id)
) partition by range (id);
create index facts_by_type on facts (org_id, type, id);
create index facts_by_actor on facts (org_id, actor_id, id);
select isolate('facts', 'select, insert');

-- The first UUIDv7 of a moment.
create function uuid_at(moment timestamptz) returns uuid
language sql immutable strict as $$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- One partition a quarter; called at every start and by a weekly job. Facts outside go to the default partition.
create function prepare_fact_partitions(around timestamptz) returns void
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  quarter timestamptz;
  part text;
begin
  for step in -3..2 loop
    quarter := date_trunc('quarter', around at time zone 'UTC') at time zone 'UTC' + make_interval(months => 3 * step);
    part := 'facts_' || to_char(quarter at time zone 'UTC', 'YYYY"q"Q');
    if to_regclass(part) is null then
      begin
        execute format('create table %I partition of facts for values from (%L) to (%L)',
          part, uuid_at(quarter), uuid_at(quarter + interval '3 months'));
      exception
        -- Another server made it first, or the default partition already holds such facts: both keep every fact.
        when duplicate_table or check_violation then null;
      end;
    end if;
  end loop;
end $$;
grant execute on function prepare_fact_partitions(timestamptz) to cairn_app;
create table facts_other partition of facts default;

-- A reaction that has run: written in the reaction's own transaction, so it runs once, however often it is tried.
create table deliveries (
  org_id uuid not null,
  fact_id uuid not null,
  reaction text not null,
  at timestamptz not null,
  primary key (org_id, fact_id, reaction)
);
select isolate('deliveries', 'select, insert, delete');

-- The answer a write gave, kept under the key its sender chose, so that sending it again repeats nothing.
create table idempotency_keys (
  org_id uuid not null,
  actor_id uuid not null,
  key text not null,
  request_hash text not null,
  status int not null,
  response jsonb,
  at timestamptz not null,
  primary key (org_id, actor_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (org_id, at);
select isolate('idempotency_keys', 'select, insert, delete');

-- Jobs are put on the queue through this door only, in the caller's transaction.
create function enqueue(jobs jsonb) returns void
language sql security definer set search_path = public, pg_catalog as $$
  select graphile_worker.add_job(
    identifier => j->>'task',
    payload => (j->'payload')::json,
    run_at => (j->>'runAt')::timestamptz,
    job_key => j->>'key',
    max_attempts => coalesce((j->>'attempts')::int, 12))
  from jsonb_array_elements(jobs) j
$$;
revoke execute on function enqueue(jsonb) from public;
grant execute on function enqueue(jsonb) to cairn_app;

-- Counts tries at a door (a sign-in, a reset) within a window; knows no organization, holds only hashes.
create table throttles (
  key text primary key,
  count int not null,
  until timestamptz not null
);
grant select, insert, update, delete on throttles to cairn_app;
