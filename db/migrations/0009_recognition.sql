-- We thank them: kudos from a peer, always with a reason.
create table kudos (
  org_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  course_id uuid,
  need_id uuid,
  reason text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, from_id) references members (org_id, id),
  foreign key (org_id, to_id) references members (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, need_id) references needs (org_id, id),
  check (from_id <> to_id)
);
create index kudos_received on kudos (org_id, to_id, id);
create index kudos_given on kudos (org_id, from_id, id);
create index kudos_for_course on kudos (org_id, course_id);
create index kudos_for_need on kudos (org_id, need_id);
create index kudos_newest on kudos (org_id, given_at, id);
select isolate('kudos');
