-- The courses that follow a template that comes with Cairn, by its key.
create index courses_by_original on courses (org_id, (template->>'key'), id) where template is not null and template_id is null;
