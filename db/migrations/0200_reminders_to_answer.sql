-- When whoever has to answer is reminded, once: there is no moment any more when they were.
alter table protected_times add column remind_at timestamptz;
alter table coachings add column remind_at timestamptz;
