-- On a topic somebody is ranked by what they did on it and, for a part, by all they do (expertise/by-field.ts); what they did
-- on it alone says on whom a topic hangs. Until the next count both are what stood there, without an interval.
-- For a moment the owner, who need be no superuser, sees rows of all organizations.
alter table topic_expertise no force row level security;
alter table topic_expertise add column own float8, add column low float8, add column high float8;
update topic_expertise set own = score, low = score, high = score;
alter table topic_expertise alter column own set not null, alter column low set not null, alter column high set not null;
alter table topic_expertise force row level security;
