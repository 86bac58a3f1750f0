-- The traces near a need are found by indexes, however many an organization has: by the words they share, by spelling,
-- and the newest of the need's own group. As search does, this runs in a function, since under row-level security an
-- index may not serve operators that could leak; it looks at the transaction's own organization alone.

-- The words of a text that carry meaning, without their endings: small words of English and French are left out.
create function stems_of(words text) returns text[] language sql immutable strict parallel safe
return tsvector_to_array(to_tsvector('french',
  array_to_string(tsvector_to_array(to_tsvector('english', folded(words))), ' ')));

alter table evidence add column stems text[] generated always as (stems_of(words)) stored;
create index evidence_stems on evidence using gin (org_id, stems);
create index evidence_words on evidence using gin (org_id, folded(words) gin_trgm_ops);
drop index evidence_by_group;
create index evidence_by_group on evidence (org_id, group_id, at desc);

-- `near` is how much of the need is in the trace (0 to 1), and a quarter more when both are of one group; that both are
-- of the whole organization says nothing. Below 0.42 two spellings share little more than small words. `hidden` are the
-- groups that the reader may not see.
create function traces_near(title text, whole text, of_group uuid, asker uuid, hidden uuid[])
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
    (select e.id from evidence e where e.org_id = org and short <% folded(e.words) limit 500)
    union
    (select e.id from evidence e where e.org_id = org and e.group_id = of_group and of_group <> org
      order by e.at desc limit 300)),
  measured as (
    select e.*, greatest(word_similarity(short, folded(e.words)), word_similarity(folded(e.words), long)) as alike,
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
revoke execute on function traces_near(text, text, uuid, uuid, uuid[]) from public;
grant execute on function traces_near(text, text, uuid, uuid, uuid[]) to cairn_app;
