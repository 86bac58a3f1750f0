-- Which share of full time somebody works, in percent: what they do is held against it (expertise/score.ts). It is told to
-- themselves and to those who answer for them, not to their peers.
alter table members add column working_time int not null default 100 check (working_time between 10 and 100);
alter table invitations add column working_time int not null default 100 check (working_time between 10 and 100);
