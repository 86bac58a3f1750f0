-- How far people came on the way to leading: the first moment of each stage. All of it is counted from the facts.
create table leader_journeys (
  org_id uuid not null,
  member_id uuid not null,
  reached_at timestamptz,
  opened_at timestamptz,
  interested_at timestamptz,
  nominated_at timestamptz,
  accepted_at timestamptz,
  trained_at timestamptz,
  drafted_at timestamptz,
  validated_at timestamptz,
  learned_at timestamptz,
  -- What they answered last when they were proposed as a leader.
  nomination_said text,
  nomination_said_at timestamptz,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('leader_journeys');

-- The same within one campaign. Step and variant are those that reached them first; the answer is their last.
create table campaign_journeys (
  org_id uuid not null,
  campaign_id uuid not null,
  member_id uuid not null,
  step text,
  variant smallint,
  reached_at timestamptz,
  opened_at timestamptz,
  answer text,
  answered_at timestamptz,
  primary key (org_id, campaign_id, member_id),
  foreign key (org_id, campaign_id) references campaigns (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  check ((answer is null) = (answered_at is null))
);
create index campaign_journeys_by_member on campaign_journeys (org_id, member_id);
select isolate('campaign_journeys');

-- What may be taken back again (somebody volunteers, is thanked), and whose course was published: it stands where it came
-- after it went.
create table journey_marks (
  org_id uuid not null,
  source_id uuid not null,
  kind text not null check (kind in ('volunteer', 'kudos', 'course')),
  member_id uuid not null,
  came_at timestamptz,
  went_at timestamptz,
  primary key (org_id, source_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index journey_marks_by_member on journey_marks (org_id, member_id, kind, came_at);
select isolate('journey_marks');

-- Organizations whose past was counted.
create table counted_funnels (
  org_id uuid primary key,
  at timestamptz not null
);
select isolate('counted_funnels');
