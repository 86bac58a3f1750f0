-- A count writes scores in the place of those of the count before, and then deletes what it did not write: `run` tells
-- which count wrote a row. A row that stays is checked against no other table, and locks none of its rows.
alter table detections add column run int not null default 0;
alter table expertise add column run int not null default 0;
alter table topic_expertise add column run int not null default 0;
alter table detections alter column run drop default;
alter table expertise alter column run drop default;
alter table topic_expertise alter column run drop default;

-- What a score is made of, packed: src/loop/2-leader/detection/parts.ts. It is a fifth as long, and nothing reads it in SQL.
-- For a moment the owner, who need be no superuser, sees rows of all organizations.
alter table expertise no force row level security;
alter table expertise add column packed bytea;
update expertise set packed = coalesce((
  select string_agg(
    uuid_send(coalesce((p ->> 'topicId')::uuid, '00000000-0000-0000-0000-000000000000'))
      || float8send((p ->> 'part')::float8) || int4send((p ->> 'acts')::int) || int4send((p ->> 'people')::int)
      || int4send((p ->> 'groups')::int) || int4send((p ->> 'since')::int)
      || int2send((array_position(array['published', 'answered', 'accepted', 'reviewed', 'thanked', 'useful', 'outdated',
        'claimed', 'mentioned', 'endorsed', 'named'], p ->> 'kind') - 1)::int2),
    ''::bytea order by place)
  from jsonb_array_elements(parts) with ordinality as made (p, place)), ''::bytea);
alter table expertise drop column parts;
alter table expertise rename column packed to parts;
alter table expertise alter column parts set not null;
alter table expertise force row level security;

-- What is known of a member is found by the key, and a topic's helpers by the topic: scores are in no index, and room is left
-- beside each row for the next count, so that it writes no index at all.
alter table topic_expertise drop constraint topic_expertise_pkey;
drop index topic_expertise_by_member;
drop index topic_expertise_best;
alter table topic_expertise add primary key (org_id, member_id, topic_id);
create index topic_expertise_by_topic on topic_expertise (org_id, topic_id);
alter table topic_expertise set (fillfactor = 50);
