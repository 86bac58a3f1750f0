-- What bonuses are here: in which currency, along which chain they are approved, for which stretch of time there are budgets.
create table bonus_settings (
  org_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  chain text[] not null check (cardinality(chain) between 1 and 5
    and chain <@ array['manager', 'manager-above', 'admin']),
  every text not null check (every in ('month', 'quarter', 'year')),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id),
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index bonus_settings_by on bonus_settings (org_id, changed_by);
select isolate('bonus_settings');

-- What a group may give in a period, in smallest units: hundredths of the currency, or minutes. What is left of it stands in
-- the ledger.
create table bonus_budgets (
  org_id uuid not null,
  group_id uuid not null,
  unit text not null,
  period text not null,
  amount bigint not null check (amount >= 0),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id, group_id, period, unit),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, changed_by) references members (org_id, id)
);
create index bonus_budgets_by on bonus_budgets (org_id, changed_by);
create index bonus_budgets_in on bonus_budgets (org_id, period);
select isolate('bonus_budgets');

create table payroll_exports (
  org_id uuid not null,
  id uuid not null,
  bonuses int not null check (bonuses > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, made_by) references members (org_id, id)
);
create index payroll_exports_by on payroll_exports (org_id, made_by);
select isolate('payroll_exports');

create table bonuses (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  -- Whose budget it is from.
  group_id uuid not null,
  unit text not null,
  amount bigint not null check (amount > 0),
  period text not null,
  reason text not null,
  -- Null where a rule proposed it.
  proposed_by uuid,
  rule_id uuid,
  proposed_at timestamptz not null,
  state text not null check (state in ('asked', 'approved', 'declined', 'withdrawn', 'exported', 'returned')),
  settled_at timestamptz,
  export_id uuid,
  returned_by uuid,
  returned_why text,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, proposed_by) references members (org_id, id),
  foreign key (org_id, returned_by) references members (org_id, id),
  foreign key (org_id, export_id) references payroll_exports (org_id, id),
  check ((proposed_by is null) <> (rule_id is null)),
  check (case when state = 'exported' then export_id is not null when state <> 'returned' then export_id is null else true end),
  check ((state = 'returned') = (returned_by is not null and returned_why is not null))
);
create index bonuses_of on bonuses (org_id, member_id, id);
create index bonuses_in on bonuses (org_id, group_id, id);
create index bonuses_proposed on bonuses (org_id, proposed_by, id);
create index bonuses_returned_by on bonuses (org_id, returned_by);
create index bonuses_exported on bonuses (org_id, export_id, id);
create index bonuses_in_state on bonuses (org_id, state, id);
select isolate('bonuses');

-- The chain that a bonus goes along, as it was when somebody proposed it.
create table bonus_steps (
  org_id uuid not null,
  bonus_id uuid not null,
  number int not null,
  approver text not null check (approver in ('manager', 'manager-above', 'admin')),
  verdict text check (verdict in ('approve', 'decline')),
  note text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  primary key (org_id, bonus_id, number),
  foreign key (org_id, bonus_id) references bonuses (org_id, id),
  foreign key (org_id, decided_by) references members (org_id, id),
  check ((verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null))
);
create index bonus_steps_by on bonus_steps (org_id, decided_by);
select isolate('bonus_steps');
