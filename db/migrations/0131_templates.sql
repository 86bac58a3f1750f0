-- The template that a course was made from, as it was then: which of its blocks are to be filled in, with what guidance.
alter table courses add column template jsonb;
