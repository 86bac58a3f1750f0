-- Peers check it: a review asks named peers to read one version; each gives a verdict; findings sit on blocks.
create table reviews (
  org_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  version int not null,
  round int not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  note text not null default '',
  approvals_needed int not null default 1,
  closed_at timestamptz,
  outcome text check (outcome in ('approved', 'changes', 'withdrawn')),
  primary key (org_id, id),
  foreign key (org_id, course_id, version) references course_versions (org_id, course_id, number),
  foreign key (org_id, asked_by) references members (org_id, id)
);
create unique index reviews_open on reviews (org_id, course_id) where closed_at is null;
create index reviews_by_course on reviews (org_id, course_id, version);
create index reviews_by_asker on reviews (org_id, asked_by);
select isolate('reviews');

create table reviewers (
  org_id uuid not null,
  review_id uuid not null,
  member_id uuid not null,
  asked_at timestamptz not null,
  verdict text check (verdict in ('approve', 'changes', 'comment')),
  note text not null default '',
  given_at timestamptz,
  declined_at timestamptz,
  primary key (org_id, review_id, member_id),
  foreign key (org_id, review_id) references reviews (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index reviewers_waiting on reviewers (org_id, member_id, asked_at) where given_at is null and declined_at is null;
create index reviewers_by_member on reviewers (org_id, member_id);
select isolate('reviewers');

create table findings (
  org_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  review_id uuid not null,
  block_id text not null,
  quote text not null default '',
  severity text not null check (severity in ('must', 'should', 'note')),
  body text not null,
  suggestion text,
  author_id uuid not null,
  made_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  resolution text check (resolution in ('accepted', 'dismissed')),
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, course_id) references courses (org_id, id),
  foreign key (org_id, review_id) references reviews (org_id, id),
  foreign key (org_id, author_id) references members (org_id, id),
  foreign key (org_id, resolved_by) references members (org_id, id)
);
create index findings_by_course on findings (org_id, course_id, id);
create index findings_by_review on findings (org_id, review_id);
create index findings_by_author on findings (org_id, author_id);
create index findings_resolved_by on findings (org_id, resolved_by);
select isolate('findings');
