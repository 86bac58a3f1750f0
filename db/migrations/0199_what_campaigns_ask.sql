-- Who named a colleague has said something: they are not reminded.
alter table campaign_members add column nominated_at timestamptz;

-- What campaigns that do not look for leaders reach and hear is no part of the way to leading.
alter table campaign_journeys add column is_for_leaders boolean not null default true;
