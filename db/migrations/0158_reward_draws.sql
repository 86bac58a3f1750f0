-- Rewards that are drawn among those who enter, so that anybody can repeat the draw (docs/decisions/0049).
create table reward_draws (
  org_id uuid not null,
  id uuid not null,
  reward_id uuid not null,
  pieces int not null check (pieces > 0),
  -- What a winner pays: as it was when people entered.
  price int not null check (price > 0),
  -- 32 bytes that nobody is told before the draw; `commitment` is what is told of them at once.
  seed text not null,
  commitment text not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  closes_at timestamptz not null,
  drawn_at timestamptz,
  -- Of the list of entries as it was drawn from.
  entries_hash text,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  reason text,
  check ((drawn_at is null) = (entries_hash is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (reason is null)),
  check (drawn_at is null or withdrawn_at is null),
  primary key (org_id, id),
  foreign key (org_id, reward_id) references rewards (org_id, id),
  foreign key (org_id, opened_by) references members (org_id, id),
  foreign key (org_id, withdrawn_by) references members (org_id, id)
);
create index reward_draws_by_reward on reward_draws (org_id, reward_id, id);
create unique index reward_draws_open on reward_draws (org_id, reward_id) where drawn_at is null and withdrawn_at is null;
create index reward_draws_by_opener on reward_draws (org_id, opened_by);
create index reward_draws_by_withdrawer on reward_draws (org_id, withdrawn_by);
select isolate('reward_draws', 'select, insert, update');

create table draw_entries (
  org_id uuid not null,
  draw_id uuid not null,
  member_id uuid not null,
  -- 32 bytes of the entrant's own, from their browser.
  nonce text not null,
  entered_at timestamptz not null,
  -- The place in the order that was drawn, from 1, and what came of it.
  place int,
  outcome text check (outcome in ('won', 'left', 'apart', 'limit', 'points', 'not-reached')),
  redemption_id uuid,
  check ((place is null) = (outcome is null)),
  check ((redemption_id is not null) = coalesce(outcome = 'won', false)),
  primary key (org_id, draw_id, member_id),
  foreign key (org_id, draw_id) references reward_draws (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, redemption_id) references redemptions (org_id, id)
);
create index draw_entries_by_member on draw_entries (org_id, member_id);
create index draw_entries_by_redemption on draw_entries (org_id, redemption_id);
select isolate('draw_entries');
