-- That mails have reached somebody is told for many together: each time it is told, whoever reacts to it has work. Until
-- then it stands here, so that nothing of it is lost with the process.
alter table campaign_sends add column is_untold boolean not null default false;
create index campaign_sends_untold on campaign_sends (org_id, campaign_id) where is_untold;
