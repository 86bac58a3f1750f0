-- Somebody says of a colleague that they can help with a topic that the colleague named.
create table endorsements (
  org_id uuid not null,
  member_id uuid not null,
  topic_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (org_id, member_id, topic_id, by_id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, topic_id) references topics (org_id, id),
  foreign key (org_id, by_id) references members (org_id, id)
);
create index endorsements_by_topic on endorsements (org_id, topic_id);
create index endorsements_by_giver on endorsements (org_id, by_id);
select isolate('endorsements');
