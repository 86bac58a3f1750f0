-- Help given in other tools, brought in from a file that is read in parts: the bytes are not kept, only how far it was
-- read, so that it can be gone on with; and what was in each line, as signals of its source.
create table signal_imports (
  org_id uuid not null,
  id uuid not null,
  source text not null,
  mapping jsonb not null,
  size bigint not null check (size > 0),
  taken bigint not null default 0,
  lines int not null default 0,
  kept int not null default 0,
  rejected int not null default 0,
  columns jsonb,
  started_by uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, started_by) references members (org_id, id),
  check (taken <= size)
);
create index signal_imports_by_starter on signal_imports (org_id, started_by);
select isolate('signal_imports');

-- Which lines of an import were not taken, and why. What stood in them is not kept.
create table signal_rejections (
  org_id uuid not null,
  import_id uuid not null,
  line int not null,
  reason text not null,
  primary key (org_id, import_id, line),
  foreign key (org_id, import_id) references signal_imports (org_id, id)
);
select isolate('signal_rejections');

alter table signals add column import_id uuid;
-- What the line said it was about, as a tag.
alter table signals add column topic text;
-- For a moment the owner, who need be no superuser, sees rows of all organizations: the database looks through them.
alter table signals no force row level security;
alter table signal_imports no force row level security;
alter table signals add foreign key (org_id, import_id) references signal_imports (org_id, id);
alter table signals force row level security;
alter table signal_imports force row level security;
create index signals_by_import on signals (org_id, import_id);
