-- Whom a comment points to. Its words name each of them by id, as @[id] (docs/decisions/0030).
create table comment_mentions (
  org_id uuid not null,
  comment_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (org_id, comment_id, member_id),
  foreign key (org_id, comment_id) references comments (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index comment_mentions_of_member on comment_mentions (org_id, member_id);
select isolate('comment_mentions');
