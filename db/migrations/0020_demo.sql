-- How far the demo is: asked for once, built by a job, then open to visitors. Knows no organization until it has one.
create table demo_builds (
  singleton boolean primary key default true check (singleton),
  asked_at timestamptz not null,
  done int not null default 0,
  total int not null,
  ready_at timestamptz,
  failed text,
  cast_ids jsonb not null default '{}',
  demo_org uuid
);
grant select, insert, update, delete on demo_builds to cairn_app;
