-- What the planner knew of titles it knew of the expression that they are no longer asked by. A column that is added is
-- unknown to it until many members have changed: it would take those who hold a word for a handful, and look each up.
drop statistics members_folded_title;
analyze members;
