-- Somebody who reviews practises on a course that comes with Cairn (content/practice): where they say that something is wrong
-- ({place: {criterion, note}}), and on which level they find it ({criterion: level}). It is nobody else's: no verb reads the
-- attempts of another. `number` is which attempt at the course it is, from 1.
create table practice_attempts (
  org_id uuid not null,
  member_id uuid not null,
  practice text not null check (practice ~ '^[a-z0-9-]{1,40}$'),
  number int not null check (number >= 1),
  marks jsonb not null default '{}',
  levels jsonb not null default '{}',
  begun_at timestamptz not null,
  compared_at timestamptz,
  primary key (org_id, member_id, practice, number),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('practice_attempts');
