-- The keys with which an organization signs what it awards. Old ones stay: what they signed is verified for good.
create table badge_keys (
  org_id uuid not null,
  id uuid not null,
  -- Both base64url, as in a JWK: 32 bytes of Ed25519 each.
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (org_id, id)
);
create unique index badge_keys_in_use on badge_keys (org_id) where retired_at is null;
select isolate('badge_keys', 'select, insert, update');

-- An award as its holder takes it elsewhere: signed once, and looked up by what a verifier brings.
create table badge_credentials (
  org_id uuid not null,
  award_id uuid not null,
  key_id uuid not null,
  jwt text not null,
  -- The place in the list that says whether it was revoked; chosen at random, so that it tells nothing.
  status_list int not null,
  status_index int not null check (status_index between 0 and 131071),
  -- The secret half of the public link, while the holder has one.
  link text,
  primary key (org_id, award_id),
  foreign key (org_id, award_id) references badge_awards (org_id, id),
  foreign key (org_id, key_id) references badge_keys (org_id, id)
);
create unique index badge_credentials_by_place on badge_credentials (org_id, status_list, status_index);
create unique index badge_credentials_by_link on badge_credentials (org_id, link) where link is not null;
create index badge_credentials_by_key on badge_credentials (org_id, key_id);
select isolate('badge_credentials', 'select, insert, update');
