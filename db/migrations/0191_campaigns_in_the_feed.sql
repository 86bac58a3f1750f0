-- A post of a campaign comes to its people some at a time: they share one entry.
create index feed_entries_of_campaigns on feed_entries (org_id, (data ->> 'of'), id) where kind = 'campaign.reached';
