-- Keys by which programs act for an administrator, for one thing each. Only what a key is looked up by is kept of it.
create table api_keys (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  opens text not null,
  token_hash text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, added_by) references members (org_id, id)
);
create unique index api_keys_token on api_keys (org_id, token_hash);
create index api_keys_by_member on api_keys (org_id, added_by);
select isolate('api_keys');
