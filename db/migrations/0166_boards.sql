-- What boards of who helped there are: none, of groups, or of people in small leagues.
create table board_settings (
  org_id uuid not null,
  mode text not null check (mode in ('off', 'teams', 'people')),
  is_anonymous boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id),
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index board_settings_by on board_settings (org_id, changed_by);
select isolate('board_settings');

-- Who is in no league: nobody’s figure is shown of them, and none to them.
create table board_absences (
  org_id uuid not null,
  member_id uuid not null,
  since timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('board_absences');
