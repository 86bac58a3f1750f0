-- What points are redeemed for. Points and pieces are kept by the ledger; here stands what a reward is and who may have it.
create table rewards (
  org_id uuid not null,
  id uuid not null,
  version int not null,
  name text not null,
  about text not null,
  kind text not null check (kind in ('thing', 'gift', 'donation', 'time-off', 'time-with')),
  price int not null check (price > 0),
  -- Whether there are so many pieces and no more; the ledger knows how many.
  is_counted boolean not null,
  -- Who must agree: nobody, a manager of whoever asks, an administrator of the organization.
  approval text not null check (approval in ('none', 'managers', 'admins')),
  most int check (most > 0),
  most_per text check (most_per in ('month', 'year', 'ever')),
  -- Days such as 2026-12-24, where the organization counts them; both included.
  from_day text,
  until_day text,
  -- Whether it is drawn among those who enter.
  is_drawn boolean not null,
  changed_at timestamptz not null,
  archived_at timestamptz,
  check ((most is null) = (most_per is null)),
  check (from_day <= until_day),
  primary key (org_id, id)
);
select isolate('rewards', 'select, insert, update');

-- For whom it is: people of these groups and of those below; of none, for everybody.
create table reward_groups (
  org_id uuid not null,
  reward_id uuid not null,
  group_id uuid not null,
  primary key (org_id, reward_id, group_id),
  foreign key (org_id, reward_id) references rewards (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id)
);
create index reward_groups_by_group on reward_groups (org_id, group_id);
select isolate('reward_groups');

-- What somebody asked for, with the name and the price of then.
create table redemptions (
  org_id uuid not null,
  id uuid not null,
  reward_id uuid not null,
  member_id uuid not null,
  -- The colleague it is for, where it is a gift.
  to_id uuid,
  name text not null,
  kind text not null,
  price int not null check (price > 0),
  approval text not null,
  words text not null,
  -- The month in which it was asked for, where the organization counts months.
  month text not null,
  state text not null check (state in ('asked', 'approved', 'declined', 'cancelled', 'fulfilled', 'refunded')),
  asked_at timestamptz not null,
  transaction_id uuid not null,
  check (to_id <> member_id),
  check ((to_id is not null) = (kind = 'gift')),
  primary key (org_id, id),
  foreign key (org_id, reward_id) references rewards (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, to_id) references members (org_id, id),
  foreign key (org_id, transaction_id) references ledger_transactions (org_id, id)
);
create index redemptions_by_reward on redemptions (org_id, reward_id, member_id);
create index redemptions_by_member on redemptions (org_id, member_id, id);
create index redemptions_by_receiver on redemptions (org_id, to_id);
create index redemptions_by_transaction on redemptions (org_id, transaction_id);
create index redemptions_waiting on redemptions (org_id, id) where state in ('asked', 'approved');
select isolate('redemptions', 'select, insert, update');

-- How it went on: each state once, by whom (nobody: Cairn itself), and what they said.
create table redemption_steps (
  org_id uuid not null,
  redemption_id uuid not null,
  state text not null,
  by_id uuid,
  at timestamptz not null,
  words text not null,
  primary key (org_id, redemption_id, state),
  foreign key (org_id, redemption_id) references redemptions (org_id, id),
  foreign key (org_id, by_id) references members (org_id, id)
);
create index redemption_steps_by_member on redemption_steps (org_id, by_id);
select isolate('redemption_steps', 'select, insert');
