-- Whom the visitor of the demo may be, as the welcome page and the switcher show them.
alter table demo_builds add column people jsonb not null default '[]';
alter table demo_builds drop column cast_ids;
