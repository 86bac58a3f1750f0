-- A look that was broken off (the server stopped, the thread broke) is tried again, three times in all.
alter table picture_looks add column is_done boolean not null default false;
alter table picture_looks add column tries smallint not null default 1;
alter table picture_looks no force row level security;
update picture_looks set is_done = true;
alter table picture_looks force row level security;
