-- Of a query of several words, those of one or two letters are left to the beginning of a title: the half-typed one
-- at the end would otherwise be looked up as the beginning of every word of a large company, at every key.
create or replace function find_entries(query text, only_kind text, hidden uuid[], most int)
returns table (kind text, id uuid, part text, title text, detail text, body text, rank real)
language plpgsql stable security definer
set search_path = public, pg_catalog set pg_trgm.word_similarity_threshold = '0.45' set gin_fuzzy_search_limit = '2000' as $$
declare
  org uuid := current_setting('app.org')::uuid;
  asked text := folded(query);
  -- Every word must be there, the last one perhaps half typed.
  prefixes tsquery := (
    select to_tsquery('simple', coalesce(
      string_agg(quote_literal(word) || ':*', ' & ') filter (where length(word) > 2),
      string_agg(quote_literal(word) || ':*', ' & ')))
    from regexp_split_to_table(regexp_replace(asked, '[^[:alnum:]]+', ' ', 'g'), '\s+') word where word <> '');
begin
  return query
  select distinct on (f.rank, f.title, f.kind, f.id, f.part) f.kind, f.id, f.part, f.title, f.detail, f.body, f.rank
  from unnest(case when only_kind is null then array['need', 'course', 'step', 'member'] else array[only_kind] end) k
  cross join lateral (
    select distinct on (e.id, e.part) e.* from find_of_kind(org, asked, prefixes, k, hidden,
      case when only_kind is null then greatest(most / 3, 1) else most end) e
    order by e.id, e.part, e.rank desc) f
  order by f.rank desc, f.title, f.kind, f.id, f.part limit most;
end $$;
