-- Beside how much somebody helps, how much those are asked whom they help: against the average of those who helped or were
-- helped (expertise/influences.ts). 0 until the next count.
alter table expertise add column influence float8 not null default 0;
alter table topic_expertise add column influence float8 not null default 0;
