-- Where another administrator has to agree, whoever changes the words of a paused campaign does not let it go on alone.
alter table campaigns add column mended_by uuid[] not null default '{}';
