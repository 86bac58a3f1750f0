-- The last month of protected time of which use and outcome were told to both: each month is told once.
alter table protected_times add column reported_month text;
