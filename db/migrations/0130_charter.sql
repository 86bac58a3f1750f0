-- What a group says of a rule of the quality charter: whether it warns or stops, and its figure. The nearest group above a
-- course that says something holds; where none does, what is usual (src/loop/4-validation/charter/names.ts).
create table charter_rules (
  org_id uuid not null,
  group_id uuid not null,
  rule text not null,
  level text not null check (level in ('off', 'warn', 'block')),
  figure int,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (org_id, group_id, rule),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, set_by) references members (org_id, id)
);
create index charter_rules_by_member on charter_rules (org_id, set_by);
select isolate('charter_rules');

-- Until when a course's author answers for it, as a day.
alter table courses add column verify_by text check (verify_by ~ '^\d{4}-\d{2}-\d{2}$');
