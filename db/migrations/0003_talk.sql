-- Talk about anything: comments in threads and reactions, anchored on a part of what they are about.
-- `subject` is the kind of thing ('course', 'need'), `anchor` a block id within it ('' for the whole).
create table comments (
  org_id uuid not null,
  id uuid not null,
  subject text not null,
  subject_id uuid not null,
  anchor text not null default '',
  quote text not null default '',
  parent_id uuid,
  author_id uuid not null,
  body text not null,
  made_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by uuid,
  primary key (org_id, id),
  foreign key (org_id, author_id) references members (org_id, id),
  foreign key (org_id, removed_by) references members (org_id, id),
  foreign key (org_id, parent_id) references comments (org_id, id)
);
create index comments_on_subject on comments (org_id, subject, subject_id, id);
create index comments_by_author on comments (org_id, author_id, id);
create index comments_by_parent on comments (org_id, parent_id);
create index comments_removed_by on comments (org_id, removed_by);
select isolate('comments');

create table reactions (
  org_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  anchor text not null default '',
  member_id uuid not null,
  kind text not null check (kind in ('like', 'learned', 'useful', 'outdated', 'unclear')),
  at timestamptz not null,
  primary key (org_id, subject, subject_id, anchor, member_id, kind),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index reactions_by_member on reactions (org_id, member_id, at);
select isolate('reactions');
