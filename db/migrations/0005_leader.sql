-- Who knows it? Claims on needs, and the evidence from which experts are suggested.
create table claims (
  org_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  member_id uuid not null,
  claimed_at timestamptz not null,
  released_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, need_id) references needs (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create unique index claims_held on claims (org_id, need_id) where released_at is null;
create index claims_by_need on claims (org_id, need_id);
create index claims_by_member on claims (org_id, member_id, claimed_at);
select isolate('claims');

-- One dated, typed trace that a member knows something: what they published, answered, reviewed, were thanked for.
create table evidence (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('published', 'answered', 'reviewed', 'thanked', 'claimed')),
  subject text not null,
  subject_id uuid not null,
  group_id uuid not null,
  words text not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index evidence_by_group on evidence (org_id, group_id);
create index evidence_by_subject on evidence (org_id, subject_id, kind);
create unique index evidence_once on evidence (org_id, member_id, kind, subject, subject_id);
select isolate('evidence');
create policy owner_reads on evidence for select to current_user using (true);
