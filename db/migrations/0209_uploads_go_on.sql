-- What tells two files of the same name and size apart, as whoever sends it reckons it from all its bytes: an upload whose
-- window was closed goes on when the same file is announced again, and another one never does.
alter table assets add column fingerprint text;
create index assets_by_fingerprint on assets (org_id, uploaded_by, fingerprint) where fingerprint is not null;
