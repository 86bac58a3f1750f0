-- Thanks that only who gives and who receives them see; in a blind round of review, only who receives them.
alter table kudos add column is_private boolean not null default false;

-- What somebody approved without being named stands on no profile of theirs.
alter table evidence no force row level security;
alter table reviews no force row level security;
alter table reviewers no force row level security;
delete from evidence e where e.kind = 'reviewed' and not exists (
  select from reviewers w join reviews r on r.org_id = w.org_id and r.id = w.review_id
  where w.org_id = e.org_id and w.member_id = e.member_id and w.verdict = 'approve' and r.course_id = e.subject_id
    and not r.is_blind);
alter table reviewers force row level security;
alter table reviews force row level security;
alter table evidence force row level security;
