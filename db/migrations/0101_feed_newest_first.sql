-- Whoever belongs to the whole organization reads its feed newest first, however many groups there are.
create index feed_entries_newest on feed_entries (org_id, id) where for_group;
