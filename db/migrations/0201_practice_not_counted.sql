-- Practice courses are no drafts on their way to others: Impact counted them until now.
alter table journeys no force row level security;
alter table academy_members no force row level security;
delete from journeys j using academy_members a
  where a.org_id = j.org_id and a.practice_id = j.course_id and j.need_id is null and j.validated_at is null;
alter table academy_members force row level security;
alter table journeys force row level security;
