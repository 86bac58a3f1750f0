-- Figures about fewer people are told to nobody else here; the last one who said so. No row: what is usual
-- (src/loop/2-leader/fewest-limits.ts), which is the least that may be said.
create table fewest_told (
  org_id uuid not null,
  people int not null check (people between 3 and 20),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id),
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index fewest_told_by_changer on fewest_told (org_id, changed_by);
select isolate('fewest_told');
