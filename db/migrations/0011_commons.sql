-- Life on top of the loop: the feed and the search index. Both are kept by reactions and can be rebuilt.
create table feed_entries (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  actor_id uuid,
  group_id uuid not null,
  need_id uuid,
  course_id uuid,
  data jsonb not null default '{}',
  at timestamptz not null,
  -- Whole groups see it when this is set; otherwise only its audience does.
  for_group boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, actor_id) references members (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, need_id) references needs (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id)
);
create index feed_entries_by_group on feed_entries (org_id, group_id, id) where for_group;
create index feed_entries_of_group on feed_entries (org_id, group_id);
create index feed_entries_by_actor on feed_entries (org_id, actor_id);
create index feed_entries_by_need on feed_entries (org_id, need_id);
create index feed_entries_by_course on feed_entries (org_id, course_id);
select isolate('feed_entries');

create table feed_audience (
  org_id uuid not null,
  member_id uuid not null,
  entry_id uuid not null,
  reason text not null,
  read_at timestamptz,
  primary key (org_id, member_id, entry_id),
  foreign key (org_id, entry_id) references feed_entries (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index feed_audience_by_entry on feed_audience (org_id, entry_id);
create index feed_audience_unread on feed_audience (org_id, member_id, entry_id) where read_at is null;
select isolate('feed_audience');

create table search_entries (
  org_id uuid not null,
  kind text not null check (kind in ('need', 'course', 'step', 'member')),
  id uuid not null,
  part text not null default '',
  group_id uuid,
  title text not null,
  body text not null default '',
  detail text not null default '',
  weight real not null default 1,
  words tsvector generated always as (
    setweight(to_tsvector('simple', folded(title)), 'A') || setweight(to_tsvector('simple', folded(left(body, 20000))), 'C')
  ) stored,
  primary key (org_id, kind, id, part),
  foreign key (org_id, group_id) references groups (org_id, id)
);
create index search_entries_by_group on search_entries (org_id, group_id);
create index search_entries_words on search_entries using gin (words);
create index search_entries_title on search_entries using gin (folded(title) gin_trgm_ops);
select isolate('search_entries');
create policy owner_reads on search_entries for select to current_user using (true);
