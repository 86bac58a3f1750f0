-- What people know things about, as the organization calls it. A topic that was merged into another lends it its words.
create table topics (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  merged_into uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, merged_into) references topics (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id)
);
create index topics_merged_into on topics (org_id, merged_into);
create index topics_by_maker on topics (org_id, made_by);
select isolate('topics');

-- The words by which a text is of a topic: its name and its other names.
create table topic_words (
  org_id uuid not null,
  topic_id uuid not null,
  words text not null,
  stems text[] generated always as (stems_of(words)) stored,
  primary key (org_id, topic_id, words),
  foreign key (org_id, topic_id) references topics (org_id, id)
);
create unique index topic_words_once on topic_words (org_id, lower(words));
select isolate('topic_words');

-- Of which topic a need or a course is.
create table subject_topics (
  org_id uuid not null,
  subject_id uuid not null,
  topic_id uuid not null,
  primary key (org_id, subject_id),
  foreign key (org_id, topic_id) references topics (org_id, id)
);
create index subject_topics_by_topic on subject_topics (org_id, topic_id);
select isolate('subject_topics');

-- The last time somebody's help was counted: from how many signals, what was left out and why, with which weights.
create table detections (
  org_id uuid not null,
  computed_at timestamptz not null,
  signals int not null,
  left_out jsonb not null,
  members int not null,
  weights jsonb not null,
  primary key (org_id)
);
select isolate('detections');

-- How much each member helps others, and what it is made of: `parts` add up to the score.
create table expertise (
  org_id uuid not null,
  member_id uuid not null,
  score float8 not null,
  low float8 not null,
  high float8 not null,
  people float8 not null,
  acts int not null,
  -- Acts of help in the last 90 days, and in the 90 before.
  recent int not null,
  former int not null,
  parts jsonb not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index expertise_best on expertise (org_id, score desc, member_id);
select isolate('expertise');

-- The part of a member's score that is of one topic.
create table topic_expertise (
  org_id uuid not null,
  topic_id uuid not null,
  member_id uuid not null,
  score float8 not null,
  people int not null,
  acts int not null,
  primary key (org_id, topic_id, member_id),
  foreign key (org_id, topic_id) references topics (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index topic_expertise_best on topic_expertise (org_id, topic_id, score desc, member_id);
create index topic_expertise_by_member on topic_expertise (org_id, member_id, score desc);
select isolate('topic_expertise');
