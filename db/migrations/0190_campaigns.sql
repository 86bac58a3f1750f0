-- Campaigns: what is said to whom, when and how, as data; who is in one, and what each got.
create table campaigns (
  org_id uuid not null,
  id uuid not null,
  -- Only people of this group, and of those below, are ever spoken to; who administers it runs the campaign.
  group_id uuid not null,
  name text not null,
  body jsonb not null,
  version int not null default 1,
  state text not null check (state in ('draft', 'asked', 'running', 'paused', 'ended')),
  made_by uuid not null,
  made_at timestamptz not null,
  -- Who brought it into its state, when, and with which words; nobody where it ended by itself.
  state_by uuid,
  state_at timestamptz not null,
  state_words text not null default '',
  launched_at timestamptz,
  ends_at timestamptz,
  -- Kept as one to begin others with.
  kept_at timestamptz,
  archived_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id),
  foreign key (org_id, state_by) references members (org_id, id),
  check ((launched_at is null) = (state in ('draft', 'asked'))),
  check ((launched_at is null) = (ends_at is null))
);
create index campaigns_by_group on campaigns (org_id, group_id, id);
create index campaigns_by_maker on campaigns (org_id, made_by);
create index campaigns_by_turner on campaigns (org_id, state_by);
create index campaigns_running on campaigns (org_id, id) where state = 'running';
select isolate('campaigns');

-- Who is in a campaign since when, and what they answered last.
create table campaign_members (
  org_id uuid not null,
  campaign_id uuid not null,
  member_id uuid not null,
  entered_at timestamptz not null,
  answer text check (answer in ('interested', 'later', 'no')),
  answered_at timestamptz,
  -- From which step, and which of its variants, the answer came.
  answered_step text,
  answered_variant smallint,
  primary key (org_id, campaign_id, member_id),
  foreign key (org_id, campaign_id) references campaigns (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  check ((answer is null) = (answered_at is null))
);
create index campaign_members_by_member on campaign_members (org_id, member_id, campaign_id);
select isolate('campaign_members');

-- A step of a campaign for one member. The key is why nobody gets a step twice.
create table campaign_sends (
  org_id uuid not null,
  campaign_id uuid not null,
  step text not null,
  member_id uuid not null,
  variant smallint not null,
  channel text not null check (channel in ('feed', 'mail')),
  due_at timestamptz not null,
  -- sending: being handed to the mail server; unsure: the server or the process was gone before it said that it has it.
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'skipped', 'unsure', 'failed')),
  why text not null default '',
  tries smallint not null default 0,
  at timestamptz not null,
  opened_at timestamptz,
  primary key (org_id, campaign_id, step, member_id),
  foreign key (org_id, campaign_id, member_id) references campaign_members (org_id, campaign_id, member_id)
);
create index campaign_sends_by_member on campaign_sends (org_id, campaign_id, member_id);
create index campaign_sends_due on campaign_sends (org_id, campaign_id, channel, due_at) where state = 'waiting';
create index campaign_sends_under_way on campaign_sends (org_id, at) where state = 'sending';
create index campaign_sends_got on campaign_sends (org_id, member_id, at) where state in ('sent', 'unsure');
select isolate('campaign_sends');

-- Channels of a chat that take messages at an address of theirs.
create table chat_channels (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, added_by) references members (org_id, id)
);
create index chat_channels_by_adder on chat_channels (org_id, added_by);
select isolate('chat_channels');

-- A step that is posted in a chat: once.
create table campaign_posts (
  org_id uuid not null,
  campaign_id uuid not null,
  step text not null,
  channel_id uuid not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'unsure', 'failed')),
  why text not null default '',
  tries smallint not null default 0,
  at timestamptz not null,
  primary key (org_id, campaign_id, step),
  foreign key (org_id, campaign_id) references campaigns (org_id, id),
  foreign key (org_id, channel_id) references chat_channels (org_id, id)
);
create index campaign_posts_by_channel on campaign_posts (org_id, channel_id);
create index campaign_posts_due on campaign_posts (org_id, due_at) where state = 'waiting';
select isolate('campaign_posts');

-- How often members hear of campaigns at most, and whether it is counted who opened what.
create table campaign_settings (
  org_id uuid primary key,
  cap_times smallint not null check (cap_times between 1 and 50),
  cap_days smallint not null check (cap_days between 1 and 90),
  counts_opens boolean not null,
  needs_approval boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index campaign_settings_by_changer on campaign_settings (org_id, changed_by);
select isolate('campaign_settings');

-- The first moment from `at` on that is outside somebody's quiet hours: `quiet_from` to `quiet_until` o'clock where they
-- are, over midnight where the first is the later one, and the whole of Saturday and Sunday where those are quiet too.
-- A zone that this database does not know counts as UTC.
create function first_allowed(at timestamptz, zone text, quiet_from int, quiet_until int, quiet_weekends boolean)
returns timestamptz
language plpgsql stable as $$
declare
  here timestamp;
  hour int;
begin
  begin
    here := at at time zone coalesce(zone, 'UTC');
  exception when invalid_parameter_value then
    zone := 'UTC';
    here := at at time zone zone;
  end;
  zone := coalesce(zone, 'UTC');
  -- A night, a Saturday, a Sunday and an early morning are four turns at most.
  for turn in 1..5 loop
    hour := extract(hour from here);
    if quiet_weekends and extract(isodow from here) >= 6 then
      here := date_trunc('day', here) + interval '1 day'
        + make_interval(hours => case when quiet_from > quiet_until then quiet_until else 0 end);
    elsif quiet_from < quiet_until and hour >= quiet_from and hour < quiet_until then
      here := date_trunc('day', here) + make_interval(hours => quiet_until);
    elsif quiet_from > quiet_until and hour >= quiet_from then
      here := date_trunc('day', here) + interval '1 day' + make_interval(hours => quiet_until);
    elsif quiet_from > quiet_until and hour < quiet_until then
      here := date_trunc('day', here) + make_interval(hours => quiet_until);
    else
      exit;
    end if;
  end loop;
  return case when here = at at time zone zone then at else here at time zone zone end;
end $$;
