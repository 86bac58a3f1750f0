-- Where somebody is, as their browser says: mail comes at their hours. Null as long as nothing is known.
alter table members add column time_zone text check (time_zone is null or length(time_zone) between 1 and 60);
