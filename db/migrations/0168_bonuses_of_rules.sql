-- A rule may propose a bonus: which version did, and for which of its gifts; or why it proposed none.
-- For a moment the owner, who need be no superuser, sees rows of all organizations.
alter table bonuses no force row level security;
alter table rule_gifts no force row level security;
alter table rule_versions no force row level security;

alter table bonuses add column rule_version int;
alter table bonuses add check ((rule_id is null) = (rule_version is null));
alter table bonuses add foreign key (org_id, rule_id, rule_version) references rule_versions (org_id, rule_id, number);
create index bonuses_by_rule on bonuses (org_id, rule_id, rule_version);

alter table rule_gifts add column bonus_id uuid;
-- In smallest units: hundredths of the currency, or minutes. Said also where nothing was proposed.
alter table rule_gifts add column bonus_unit text;
alter table rule_gifts add column bonus_amount bigint check (bonus_amount > 0);
alter table rule_gifts add column bonus_against text check (bonus_against in
  ('unnamed', 'left', 'outside', 'off', 'other-currency', 'group-archived', 'over-budget'));
alter table rule_gifts add foreign key (org_id, bonus_id) references bonuses (org_id, id);
alter table rule_gifts drop constraint rule_gifts_check2;
alter table rule_gifts add check (points > 0 or badge_id is not null or bonus_unit is not null);
alter table rule_gifts add check ((bonus_unit is null) = (bonus_amount is null));
-- One or the other: it was proposed, or it is said why not.
alter table rule_gifts add check (num_nonnulls(bonus_id, bonus_against) = (bonus_unit is not null)::int);
create unique index rule_gifts_by_bonus on rule_gifts (org_id, bonus_id);

-- What a rule says of a bonus: none, for all that were written before.
update rule_versions set body = body || '{"bonus": null}';

alter table rule_versions force row level security;
alter table rule_gifts force row level security;
alter table bonuses force row level security;
