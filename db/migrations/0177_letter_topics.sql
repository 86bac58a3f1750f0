-- Three more kinds of mails that somebody may not want: campaigns, what concerns leading, and news of a community.
alter table letter_choices drop constraint letter_choices_topic_check;
alter table letter_choices add constraint letter_choices_topic_check
  check (topic in ('answers', 'reviews', 'campaigns', 'leading', 'community'));
