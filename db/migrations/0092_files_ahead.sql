-- Files may arrive before the course they are for, which is then made whole or not at all.
alter table assets alter column course_id drop not null;

-- Uploads that nobody went on with for a week, and files that no course was made with; whoever asks removes their bytes.
create or replace function forget_unfinished_uploads(at timestamptz) returns table (org_id uuid, id uuid)
language sql security definer set search_path = public, pg_catalog as $$
  delete from assets a
  where (a.finished_at is null or a.course_id is null)
    and a.started_at < forget_unfinished_uploads.at - interval '7 days'
  returning a.org_id, a.id
$$;
