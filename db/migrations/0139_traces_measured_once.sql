-- In a company of 100,000 most of the time that asking for a review takes went into finding who knows it: each trace's words
-- were folded for every comparison, and each of the traces near it was compared eight times. Words are folded when they
-- are written now, and what was measured is kept while it is judged. From the same candidates the same is found.
alter table evidence add column plain text generated always as (folded(words)) stored;
drop index evidence_words;
create index evidence_words on evidence using gin (org_id, plain gin_trgm_ops);

create or replace function traces_near(title text, whole text, of_group uuid, asker uuid, hidden uuid[])
returns table (member_id uuid, kind text, subject text, subject_id uuid, words text, at timestamptz, near float8)
language plpgsql stable security definer
set search_path = public, pg_catalog set pg_trgm.word_similarity_threshold = '0.42' set gin_fuzzy_search_limit = '2000' as $$
declare
  org uuid := current_setting('app.org')::uuid;
  asked text[] := stems_of(title);
  short text := folded(title);
  long text := folded(whole);
begin
  return query
  with candidates as (
    (select e.id from evidence e where e.org_id = org and e.stems && asked limit 2000)
    union
    (select e.id from evidence e where e.org_id = org and short <% e.plain limit 500)
    union
    (select e.id from evidence e where e.org_id = org and e.group_id = of_group and of_group <> org
      order by e.at desc limit 300)),
  measured as materialized (
    select e.*, greatest(word_similarity(short, e.plain), word_similarity(e.plain, long)) as alike,
      (select count(*) from (select unnest(asked) intersect select unnest(e.stems)) common)::float8
        / greatest(cardinality(asked), 3) as shared
    from candidates c join evidence e on e.org_id = org and e.id = c.id
    where e.member_id <> asker and e.group_id <> all (hidden)),
  judged as (
    select m.*, greatest(case when m.alike > 0.42 then m.alike else 0 end, case when m.shared >= 0.3 then m.shared else 0 end)
      + case when m.group_id = of_group and m.group_id <> org then 0.25 else 0 end as nearness from measured m)
  select j.member_id, j.kind, j.subject, j.subject_id, j.words, j.at, j.nearness::float8 from judged j
  where j.nearness > 0 order by j.nearness desc, j.at desc, j.id limit 200;
end $$;
