-- What somebody posted of a month for everybody to read: their words, beside the figures that are counted when it is read.
create table celebrations (
  org_id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  words text not null,
  posted_by uuid not null,
  posted_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (org_id, month),
  foreign key (org_id, posted_by) references members (org_id, id)
);
create index celebrations_by on celebrations (org_id, posted_by);
select isolate('celebrations');
