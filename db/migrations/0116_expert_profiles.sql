-- What somebody says they can help with: who has a row stands in the directory.
create table expert_profiles (
  org_id uuid not null,
  member_id uuid not null,
  helps_with text not null,
  languages text[] not null,
  availability text not null check (availability in ('open', 'busy', 'away')),
  -- Until when they are busy or away; open again from then on.
  until timestamptz,
  changed_at timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id),
  check (availability <> 'open' or until is null)
);
select isolate('expert_profiles');

create table profile_topics (
  org_id uuid not null,
  member_id uuid not null,
  topic_id uuid not null,
  primary key (org_id, member_id, topic_id),
  foreign key (org_id, member_id) references expert_profiles (org_id, member_id),
  foreign key (org_id, topic_id) references topics (org_id, id)
);
create index profile_topics_by_topic on profile_topics (org_id, topic_id);
select isolate('profile_topics');
