-- Which answer answered a question, as whoever asked it says: one a thread, kept where the thread begins.
alter table comments add column accepted_id uuid;
alter table comments add column accepted_at timestamptz;
-- For a moment the owner, who need be no superuser, sees rows of all organizations.
alter table comments no force row level security;
alter table comments add foreign key (org_id, accepted_id) references comments (org_id, id);
alter table comments force row level security;
alter table comments add check ((accepted_id is null) = (accepted_at is null));
alter table comments add check (accepted_id is null or parent_id is null);
create index comments_by_accepted on comments (org_id, accepted_id);
