-- Search kind by kind, each in a part of its own. A common word fits most of the people of a large company: what begins
-- so is read from an index that stops early, words are looked up only for the kinds that still have room, and likeness
-- only where words found nothing. No kind crowds out another, or pays for its size.
drop function find_entries(text, text, uuid[], int);
alter table search_entries rename to old_search_entries;
create table search_entries (
  org_id uuid not null,
  kind text not null check (kind in ('need', 'course', 'step', 'member')),
  id uuid not null,
  part text not null default '',
  group_id uuid,
  title text not null,
  body text not null default '',
  detail text not null default '',
  weight real not null default 1,
  words tsvector generated always as (
    setweight(to_tsvector('simple', folded(title)), 'A') || setweight(to_tsvector('simple', folded(left(body, 20000))), 'C')
  ) stored,
  foreign key (org_id, group_id) references groups (org_id, id)
) partition by list (kind);
create table search_needs partition of search_entries for values in ('need');
create table search_courses partition of search_entries for values in ('course');
create table search_steps partition of search_entries for values in ('step');
create table search_members partition of search_entries for values in ('member');
insert into search_entries (org_id, kind, id, part, group_id, title, body, detail, weight)
  select org_id, kind, id, part, group_id, title, body, detail, weight from old_search_entries;
drop table old_search_entries;
alter table search_entries add primary key (org_id, kind, id, part);
create index search_entries_by_group on search_entries (org_id, group_id);
create index search_entries_words on search_entries using gin (org_id, words);
create index search_entries_title on search_entries using gin (org_id, folded(title) gin_trgm_ops);
create index search_entries_start on search_entries (org_id, folded(title) text_pattern_ops);
select isolate('search_entries');
create policy owner_reads on search_entries for select to current_user using (true);

-- The entries of one kind that fit, at most `most` a way of fitting; `hidden` are the groups the reader may not see.
create function find_of_kind(org uuid, asked text, prefixes tsquery, of_kind text, hidden uuid[], most int)
returns table (kind text, id uuid, part text, title text, detail text, body text, rank real)
language plpgsql stable set search_path = public, pg_catalog as $$
declare found int;
begin
  return query
  select s.kind, s.id, s.part, s.title, s.detail, s.body, (3 * s.weight)::real from search_entries s
  where s.org_id = org and s.kind = of_kind and folded(s.title) ~>=~ asked and folded(s.title) ~<~ (asked || chr(1114111))
    and (s.group_id is null or s.group_id <> all (hidden))
  order by folded(s.title) using ~<~ limit most;
  get diagnostics found = row_count;
  if found >= most then return; end if;
  return query
  select w.kind, w.id, w.part, w.title, w.detail, w.body, ((1 + ts_rank(w.words, prefixes)) * w.weight)::real from (
    select s.* from search_entries s
    where s.org_id = org and s.kind = of_kind and s.words @@ prefixes
      and (s.group_id is null or s.group_id <> all (hidden))
    limit 10 * most) w
  order by 7 desc limit most;
  get diagnostics found = row_count;
  if found > 0 or length(asked) < 3 then return; end if;
  return query
  select l.kind, l.id, l.part, l.title, l.detail, l.body, (word_similarity(asked, folded(l.title)) * l.weight)::real from (
    select s.* from search_entries s
    where s.org_id = org and s.kind = of_kind and asked <% folded(s.title)
      and (s.group_id is null or s.group_id <> all (hidden))
    limit 10 * most) l
  order by 7 desc limit most;
end $$;
revoke execute on function find_of_kind(uuid, text, tsquery, text, uuid[], int) from public;

-- `hidden` are the groups whose entries the reader may not find.
create function find_entries(query text, only_kind text, hidden uuid[], most int)
returns table (kind text, id uuid, part text, title text, detail text, body text, rank real)
language plpgsql stable security definer
set search_path = public, pg_catalog set pg_trgm.word_similarity_threshold = '0.45' set gin_fuzzy_search_limit = '2000' as $$
declare
  org uuid := current_setting('app.org')::uuid;
  asked text := folded(query);
  -- Every word must be there, the last one perhaps half typed.
  prefixes tsquery := (
    select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & '))
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
revoke execute on function find_entries(text, text, uuid[], int) from public;
grant execute on function find_entries(text, text, uuid[], int) to cairn_app;
