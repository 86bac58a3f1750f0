-- Thanks of somebody who leads or manages a group of theirs.
alter table kudos add column is_commendation boolean not null default false;

-- Whom somebody does not want to be reminded of until then.
create table commendations_put_off (
  org_id uuid not null,
  by_id uuid not null,
  member_id uuid not null,
  until timestamptz not null,
  primary key (org_id, by_id, member_id),
  foreign key (org_id, by_id) references members (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index commendations_put_off_of on commendations_put_off (org_id, member_id);
select isolate('commendations_put_off');

alter table signals drop constraint signals_kind_check;
alter table signals add constraint signals_kind_check check (kind in ('published', 'answered', 'accepted', 'reviewed',
  'thanked', 'useful', 'outdated', 'claimed', 'mentioned', 'endorsed', 'named', 'commended'));

-- A commendation is a kind of help of its own: what is packed by the number of kinds there were is read anew.
alter table counted_bases no force row level security;
alter table counted_acts no force row level security;
alter table counted_abouts no force row level security;
alter table signal_changes no force row level security;
delete from counted_acts;
delete from counted_abouts;
delete from signal_changes;
delete from counted_bases;
alter table counted_bases force row level security;
alter table counted_acts force row level security;
alter table counted_abouts force row level security;
alter table signal_changes force row level security;
