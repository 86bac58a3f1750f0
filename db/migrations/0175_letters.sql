-- What mails somebody wants that nobody asked for by a click of their own; what nothing is said of is wanted.
create table letter_choices (
  org_id uuid not null,
  member_id uuid not null,
  topic text not null check (topic in ('answers', 'reviews')),
  is_wanted boolean not null,
  chosen_at timestamptz not null,
  primary key (org_id, member_id, topic),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('letter_choices');

-- With what the links are sealed that end mails without signing in.
create table letter_seals (
  org_id uuid primary key,
  secret bytea not null check (length(secret) = 32)
);
select isolate('letter_seals');

-- Addresses that a mail server refused for good: nothing is written to them until somebody says that they work again.
create table refused_addresses (
  org_id uuid not null,
  id uuid not null,
  email text not null,
  code int not null check (code between 500 and 599),
  words text not null,
  refused_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, email)
);
select isolate('refused_addresses');
