-- What counts how much when it is found out who helps, and how many of a hundred members are shown; the last one who said
-- so. No row: what is usual.
create table detection_settings (
  org_id uuid not null,
  percent int not null check (percent between 1 and 25),
  memory int not null check (memory between 1 and 730),
  kinds jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id),
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index detection_settings_by_changer on detection_settings (org_id, changed_by);
select isolate('detection_settings');

-- Somebody asks who would be among the first if other things counted; one question each, answered by a job.
create table detection_previews (
  org_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  percent int not null,
  memory int not null,
  kinds jsonb not null,
  computed_at timestamptz,
  -- How many would stay.
  staying int,
  primary key (org_id, asked_by),
  foreign key (org_id, asked_by) references members (org_id, id)
);
select isolate('detection_previews');

-- Who would come in or drop out.
create table detection_preview_changes (
  org_id uuid not null,
  asked_by uuid not null,
  member_id uuid not null,
  is_coming boolean not null,
  primary key (org_id, asked_by, member_id),
  foreign key (org_id, asked_by) references detection_previews (org_id, asked_by),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index detection_preview_changes_by_member on detection_preview_changes (org_id, member_id);
select isolate('detection_preview_changes');
