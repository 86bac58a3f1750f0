-- What somebody who is invited does, as the list said that they came in; it becomes theirs with the membership.
alter table invitations add column title text not null default '';
