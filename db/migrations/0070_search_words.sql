-- Search in three looks for all kinds at once, each only for the kinds that still have room: titles that begin so,
-- entries that hold the words, titles nearly alike. Of several words those of one or two letters are left to the
-- beginning of a title: the half-typed one at the end would otherwise be looked up as the beginning of every word of a
-- large company. What is sent of a text is the part around the words, not the text.
drop function find_entries(text, text, uuid[], int);
drop function find_of_kind(uuid, text, tsquery, text, uuid[], int);
create type search_hit as (kind text, id uuid, part text, rank real);

-- `hidden` are the groups whose entries the reader may not find.
create function find_entries(query text, only_kind text, hidden uuid[], most int)
returns table (kind text, id uuid, part text, title text, detail text, excerpt text)
language plpgsql stable security definer
set search_path = public, pg_catalog set pg_trgm.word_similarity_threshold = '0.45' set gin_fuzzy_search_limit = '2000' as $$
declare
  org uuid := current_setting('app.org')::uuid;
  asked text := folded(query);
  kinds text[] := case when only_kind is null then array['need', 'course', 'step', 'member'] else array[only_kind] end;
  -- No kind crowds out the others.
  share int := case when only_kind is null then greatest(most / 3, 1) else most end;
  words text[] := array(select word from regexp_split_to_table(regexp_replace(asked, '[^[:alnum:]]+', ' ', 'g'), '\s+') word
    where word <> '');
  long_words text[] := array(select word from unnest(words) word where length(word) > 2);
  -- Every word must be there, the last one perhaps half typed.
  prefixes tsquery := (select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & '))
    from unnest(case when cardinality(long_words) > 0 then long_words else words end) word);
  hits search_hit[];
  wanting text[];
begin
  hits := array(
    select row(s.kind, s.id, s.part, 3 * s.weight)::search_hit from unnest(kinds) k cross join lateral (
      select e.kind, e.id, e.part, e.weight from search_entries e
      where e.org_id = org and e.kind = k and folded(e.title) ~>=~ asked and folded(e.title) ~<~ (asked || chr(1114111))
        and (e.group_id is null or e.group_id <> all (hidden))
      order by folded(e.title) using ~<~ limit share) s);
  wanting := array(select k from unnest(kinds) k where (select count(*) from unnest(hits) h where h.kind = k) < share);
  if cardinality(wanting) > 0 then
    hits := hits || array(
      select row(s.kind, s.id, s.part, s.rank)::search_hit from unnest(wanting) k cross join lateral (
        select w.kind, w.id, w.part, ((1 + ts_rank(w.words, prefixes)) * w.weight)::real as rank from (
          select e.kind, e.id, e.part, e.weight, e.words from search_entries e
          where e.org_id = org and e.kind = k and e.words @@ prefixes and (e.group_id is null or e.group_id <> all (hidden))
          limit 10 * share) w
        order by 4 desc limit share) s);
    wanting := array(select k from unnest(kinds) k where not exists (select from unnest(hits) h where h.kind = k));
  end if;
  if cardinality(wanting) > 0 and length(asked) > 2 then
    hits := hits || array(
      select row(s.kind, s.id, s.part, s.rank)::search_hit from unnest(wanting) k cross join lateral (
        select l.kind, l.id, l.part, (word_similarity(asked, folded(l.title)) * l.weight)::real as rank from (
          select e.kind, e.id, e.part, e.weight, e.title from search_entries e
          where e.org_id = org and e.kind = k and asked <% folded(e.title) and (e.group_id is null or e.group_id <> all (hidden))
          limit 10 * share) l
        order by 4 desc limit share) s);
  end if;
  return query
  select e.kind, e.id, e.part, e.title, e.detail,
    case when p.place > 41 then '…' else '' end || substr(e.body, greatest(coalesce(p.place, 1) - 40, 1), 140)
  from (select h.kind, h.id, h.part, max(h.rank) as rank from unnest(hits) h group by h.kind, h.id, h.part) h
  join search_entries e on e.org_id = org and e.kind = h.kind and e.id = h.id and e.part = h.part
  cross join lateral (select min(nullif(strpos(folded(e.body), word), 0)) as place from unnest(long_words) word) p
  order by h.rank desc, e.title, e.kind, e.id, e.part limit most;
end $$;
revoke execute on function find_entries(text, text, uuid[], int) from public;
grant execute on function find_entries(text, text, uuid[], int) to cairn_app;
