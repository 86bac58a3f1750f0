-- Who takes no part in finding out who knows what: while the row is there, no evidence on them is kept.
create table detection_absences (
  org_id uuid not null,
  member_id uuid not null,
  since timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('detection_absences');
