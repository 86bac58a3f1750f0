-- A picture or a clip that somebody gives with their thanks, and what it shows in words.
alter table kudos add column file_id uuid;
alter table kudos add column file_alt text not null default '';
alter table kudos no force row level security;
alter table assets no force row level security;
alter table kudos add foreign key (org_id, file_id) references assets (org_id, id);
alter table assets force row level security;
alter table kudos force row level security;
create index kudos_with_file on kudos (org_id, file_id);
