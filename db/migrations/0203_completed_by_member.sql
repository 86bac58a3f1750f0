-- Who completed something since a day is asked of everybody at once (audiences of campaigns): from the index alone.
create index enrollments_completed on enrollments (org_id, member_id, completed_at) where completed_at is not null;
