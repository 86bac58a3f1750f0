-- Organizations, their members, the tree of groups, roles held per group, and the ways in.
create table organizations (
  org_id uuid primary key,
  name text not null,
  locale text not null check (locale in ('en', 'fr')),
  demo boolean not null default false,
  created_at timestamptz not null
);
select isolate('organizations');
create policy owner_reads on organizations for select to current_user using (true);

create table members (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  email text not null,
  name text not null,
  title text not null default '',
  locale text not null check (locale in ('en', 'fr')),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (org_id, id)
);
create unique index members_email on members (org_id, lower(email));
create index members_sign_in on members (lower(email));
create index members_by_name on members (org_id, folded(name), id);
select isolate('members');
create policy owner_reads on members for select to current_user using (true);

create table passwords (
  org_id uuid not null,
  member_id uuid not null,
  hash text not null,
  set_at timestamptz not null,
  primary key (org_id, member_id),
  foreign key (org_id, member_id) references members (org_id, id)
);
select isolate('passwords');

-- `path` holds the group's ancestors from the root down to itself: what is granted on any of them holds here.
create table groups (
  org_id uuid not null references organizations (org_id),
  id uuid not null,
  parent_id uuid,
  path uuid[] not null,
  name text not null,
  colour text not null,
  glyph text not null,
  private boolean not null default false,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, parent_id) references groups (org_id, id)
);
create index groups_by_parent on groups (org_id, parent_id);
create unique index groups_root on groups (org_id) where parent_id is null;
select isolate('groups');

create table roles (
  org_id uuid not null,
  group_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('learner', 'leader', 'reviewer', 'manager', 'admin')),
  granted_by uuid,
  granted_at timestamptz not null,
  primary key (org_id, group_id, member_id, role),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create index roles_by_member on roles (org_id, member_id);
select isolate('roles');

create table sessions (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_hash text not null,
  agent text not null default '',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create unique index sessions_token on sessions (org_id, token_hash);
create index sessions_by_member on sessions (org_id, member_id, created_at);
select isolate('sessions');

create table invitations (
  org_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  group_id uuid not null,
  role text not null check (role in ('learner', 'leader', 'reviewer', 'manager', 'admin')),
  locale text not null check (locale in ('en', 'fr')),
  token_hash text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, group_id) references groups (org_id, id),
  foreign key (org_id, invited_by) references members (org_id, id)
);
create unique index invitations_token on invitations (org_id, token_hash);
create unique index invitations_open on invitations (org_id, lower(email)) where accepted_at is null and withdrawn_at is null;
create index invitations_by_group on invitations (org_id, group_id);
create index invitations_by_inviter on invitations (org_id, invited_by);
select isolate('invitations');

create table password_resets (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_hash text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, member_id) references members (org_id, id)
);
create unique index password_resets_token on password_resets (org_id, token_hash);
create index password_resets_by_member on password_resets (org_id, member_id);
select isolate('password_resets');

-- The one question asked before an organization is known: where may this address sign in?
create function find_sign_in(address text) returns table (org_id uuid, org_name text, member_id uuid)
language sql stable security definer set search_path = public, pg_catalog as $$
  select m.org_id, o.name, m.id from members m join organizations o on o.org_id = m.org_id
  where lower(m.email) = lower(address) and m.left_at is null
$$;
-- Whether this installation has been set up, and where its demo is.
create function find_organizations() returns table (org_id uuid, name text, demo boolean)
language sql stable security definer set search_path = public, pg_catalog as $$
  select o.org_id, o.name, o.demo from organizations o order by o.created_at limit 50
$$;
revoke execute on function find_sign_in(text), find_organizations() from public;
grant execute on function find_sign_in(text), find_organizations() to cairn_app;
