-- Those who most likely know about a need were asked; the circle widens while nobody says that they can help.
create table askings (
  org_id uuid not null,
  need_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- 1: the best three, 2: five more, 3: those who lead the group.
  wave int not null check (wave between 1 and 3),
  -- Null: it goes no further.
  widens_at timestamptz,
  primary key (org_id, need_id),
  foreign key (org_id, need_id) references needs (org_id, id),
  foreign key (org_id, asked_by) references members (org_id, id)
);
create index askings_by_asker on askings (org_id, asked_by);
select isolate('askings');

create table asked_experts (
  org_id uuid not null,
  need_id uuid not null,
  member_id uuid not null,
  wave int not null,
  asked_at timestamptz not null,
  answer text check (answer in ('helping', 'passed')),
  answered_at timestamptz,
  primary key (org_id, need_id, member_id),
  foreign key (org_id, need_id) references askings (org_id, need_id),
  foreign key (org_id, member_id) references members (org_id, id),
  check ((answer is null) = (answered_at is null))
);
create index asked_experts_by_member on asked_experts (org_id, member_id, asked_at);
select isolate('asked_experts');
