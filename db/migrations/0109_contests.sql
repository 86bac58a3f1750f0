-- What a member says is wrong in what is held on them, and what somebody who answers for the organization answered.
create table contests (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  body text not null,
  made_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, answered_by) references members (org_id, id),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index contests_by_member on contests (org_id, member_id, id);
create index contests_by_answerer on contests (org_id, answered_by);
create index contests_open on contests (org_id, id) where answered_at is null;
select isolate('contests');
