-- Which pictures were looked at, and how the words in them stand out: the lowest contrast that was found for sure, 1 to 21;
-- null where none was, and while somebody looks. A picture that broke what looks at it is not tried again.
create table picture_looks (
  org_id uuid not null,
  asset_id uuid not null,
  looked_at timestamptz not null,
  contrast double precision check (contrast between 1 and 21),
  primary key (org_id, asset_id),
  -- Files that were sent ahead for a course that nobody made are forgotten.
  foreign key (org_id, asset_id) references assets (org_id, id) on delete cascade
);
select isolate('picture_looks');
