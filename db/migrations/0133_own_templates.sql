-- An organization's own templates: each belongs to a group, and those below it may begin from it too. The row holds what
-- its makers are changing; `version` is the newest that was published, 0 before the first.
create table templates (
  org_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  language text not null check (language in ('en', 'fr')),
  name text not null,
  purpose text not null,
  objective text not null,
  months int not null check (months between 1 and 120),
  document jsonb not null,
  -- What is asked of each block: [{id, use, hint}].
  asks jsonb not null,
  revision int not null default 1,
  drafted_at timestamptz not null,
  version int not null default 0,
  last_version int not null default 0,
  made_by uuid not null,
  archived_at timestamptz,
  archived_by uuid,
  check ((archived_at is null) = (archived_by is null)),
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id),
  foreign key (org_id, archived_by) references members (org_id, id)
);
create index templates_by_group on templates (org_id, group_id);
create index templates_by_maker on templates (org_id, made_by);
create index templates_by_archiver on templates (org_id, archived_by);
select isolate('templates');

-- Every version as it was, for good: published ones, and copies of what two windows wrote at once.
create table template_versions (
  org_id uuid not null,
  template_id uuid not null,
  number int not null,
  name text not null,
  purpose text not null,
  objective text not null,
  months int not null,
  document jsonb not null,
  asks jsonb not null,
  reason text not null check (reason in ('publication', 'copy')),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, template_id, number),
  foreign key (org_id, template_id) references templates (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id)
);
create index template_versions_by_maker on template_versions (org_id, made_by);
select isolate('template_versions', 'select, insert');

-- Which of them a course follows; `template_before` is what it followed until it took over a newer one.
alter table courses add column template_id uuid;
alter table courses add column template_version int;
alter table courses add column template_before jsonb;
-- For a moment the owner, who need be no superuser, sees rows of all organizations.
alter table courses no force row level security;
alter table template_versions no force row level security;
alter table courses add foreign key (org_id, template_id, template_version)
  references template_versions (org_id, template_id, number);
alter table courses force row level security;
alter table template_versions force row level security;
alter table courses add check ((template_id is null) = (template_version is null));
create index courses_by_template on courses (org_id, template_id, template_version);
