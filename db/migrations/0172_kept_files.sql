-- Since when a file belongs to something: a course, or thanks. Until then it is on its way, and forgotten after a week.
alter table assets add column kept_at timestamptz;
alter table assets no force row level security;
update assets set kept_at = started_at where course_id is not null;
alter table assets add check (course_id is null or kept_at is not null);
alter table assets force row level security;

-- Uploads that nobody went on with for a week, and files that nothing was made with; whoever asks removes their bytes.
create or replace function forget_unfinished_uploads(at timestamptz) returns table (org_id uuid, id uuid)
language sql security definer set search_path = public, pg_catalog as $$
  delete from assets a
  where (a.finished_at is null or a.kept_at is null)
    and a.started_at < forget_unfinished_uploads.at - interval '7 days'
  returning a.org_id, a.id
$$;
