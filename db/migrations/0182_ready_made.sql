-- A course that came with Cairn: nobody's own work, and no part of the loop.
alter table courses add column is_ready_made boolean not null default false;
