-- How often a title holds a word is known to the planner: without it, it takes such members for a handful, and looks up for
-- each of thousands whether they were here lately.
create statistics members_folded_title on (folded(title)) from members;
analyze members;
