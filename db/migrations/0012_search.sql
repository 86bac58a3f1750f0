-- Search runs in one function, so that its indexes can be used: under row-level security PostgreSQL may not use an
-- index for an operator that could leak (text search and trigrams are such). The function filters by the
-- transaction's own organization, whatever it is asked, and by the groups it is told the reader belongs to.
create extension if not exists btree_gin;
drop index search_entries_words;
drop index search_entries_title;
create index search_entries_words on search_entries using gin (org_id, words);
create index search_entries_title on search_entries using gin (org_id, folded(title) gin_trgm_ops);
create index search_entries_start on search_entries (org_id, folded(title) text_pattern_ops);

create function find_entries(query text, only_kind text, my_groups uuid[], most int)
returns table (kind text, id uuid, part text, title text, detail text, body text, rank real)
language plpgsql stable security definer set search_path = public, pg_catalog as $$
declare
  org uuid := current_setting('app.org')::uuid;
  asked text := folded(query);
  -- Every word must be there, the last one perhaps half typed.
  prefixes tsquery := (
    select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & '))
    from regexp_split_to_table(regexp_replace(asked, '[^[:alnum:]]+', ' ', 'g'), '\s+') word where word <> '');
begin
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return query
  with found as (
    -- Titles that begin so, words that begin so, titles nearly alike: so many of each are enough to rank.
    (select s.*, 3::real as score from search_entries s
    where s.org_id = org and folded(s.title) like replace(replace(asked, '%', ''), '_', '') || '%'
      and (only_kind is null or s.kind = only_kind) limit 100)
    union all
    (select w.*, 1 + ts_rank(w.words, prefixes) as score from (
      select s.* from search_entries s
      where s.org_id = org and s.words @@ prefixes and (only_kind is null or s.kind = only_kind) limit 300) w)
    union all
    (select s.*, word_similarity(asked, folded(s.title)) as score from search_entries s
    where s.org_id = org and length(asked) >= 3 and asked <% folded(s.title)
      and (only_kind is null or s.kind = only_kind) limit 200)
  )
  select f.kind, f.id, f.part, f.title, f.detail, f.body, (max(f.score) * max(f.weight))::real as rank
  from found f left join groups g on g.org_id = org and g.id = f.group_id
  where g.id is null or not g.private or g.path && my_groups
  group by f.kind, f.id, f.part, f.title, f.detail, f.body
  order by rank desc, f.title, f.id limit most;
end $$;
revoke execute on function find_entries(text, text, uuid[], int) from public;
grant execute on function find_entries(text, text, uuid[], int) to cairn_app;
create policy owner_reads on groups for select to current_user using (true);
