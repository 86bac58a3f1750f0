-- An audience is counted while somebody chooses it, whom a hundred thousand may belong to: what is asked of members
-- themselves comes from one index, and no title is folded again each time.
alter table members add column plain_title text generated always as (folded(title)) stored;
create index members_here on members (org_id, id) include (locale, joined_at, plain_title) where left_at is null;
