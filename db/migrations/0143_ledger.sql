-- Points, allowances, budgets, stock and bonuses in one double-entry ledger. Whoever writes a transaction writes its legs
-- with it; accounts and entries follow by the triggers below and by nothing else (docs/decisions/0040).

-- Only sources go below zero: what was ever put into circulation from them.
create table ledger_accounts (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  unit text not null,
  -- A member, a group, a reward, or the organization itself.
  owner_id uuid not null,
  -- A month such as 2026-11, or nothing.
  period text not null default '',
  opened_at timestamptz not null,
  balance bigint not null default 0,
  entries bigint not null default 0,
  hash bytea not null,
  primary key (org_id, id),
  unique (org_id, owner_id, kind, unit, period),
  constraint ledger_overdrawn check (balance >= 0 or kind in ('issue', 'treasury', 'supply'))
);

create table ledger_transactions (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  -- What it is done for: the same key is never booked twice.
  key text not null,
  made_by uuid,
  made_at timestamptz not null,
  reverses uuid,
  about jsonb not null,
  accounts uuid[] not null,
  amounts bigint[] not null,
  primary key (org_id, id),
  unique (org_id, key),
  unique (org_id, reverses),
  foreign key (org_id, made_by) references members (org_id, id),
  foreign key (org_id, reverses) references ledger_transactions (org_id, id),
  constraint ledger_legs check (cardinality(accounts) >= 2 and cardinality(accounts) = cardinality(amounts)
    and array_position(accounts, null) is null and array_position(amounts, null) is null
    and array_position(amounts, 0) is null)
);
create index ledger_transactions_by_maker on ledger_transactions (org_id, made_by);

create table ledger_entries (
  org_id uuid not null,
  account_id uuid not null,
  number bigint not null,
  transaction_id uuid not null,
  amount bigint not null,
  balance bigint not null,
  hash bytea not null,
  primary key (org_id, account_id, number),
  foreign key (org_id, account_id) references ledger_accounts (org_id, id),
  foreign key (org_id, transaction_id) references ledger_transactions (org_id, id)
);
create index ledger_entries_by_transaction on ledger_entries (org_id, transaction_id);

select isolate('ledger_accounts', 'select, insert');
grant update (balance, entries, hash) on ledger_accounts to cairn_app;
select isolate('ledger_transactions', 'select, insert');
select isolate('ledger_entries', 'select, insert');

-- Where the chain of an account begins: with what the account is.
create function ledger_genesis(a ledger_accounts) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_build_array(a.org_id, a.id, a.kind, a.unit, a.owner_id, a.period,
    (extract(epoch from a.opened_at) * 1000000)::bigint)::text, 'UTF8'))
$$;

-- All that a transaction says.
create function ledger_digest(t ledger_transactions) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_build_array(t.org_id, t.id, t.kind, t.key, t.made_by,
    (extract(epoch from t.made_at) * 1000000)::bigint, t.reverses, t.about, t.accounts, t.amounts)::text, 'UTF8'))
$$;

-- The next link of an account's chain: what was before, the whole transaction, and what it moved here.
create function ledger_link(before bytea, digest bytea, amount bigint) returns bytea language sql immutable as $$
  select sha256(before || digest || int8send(amount))
$$;

create function ledger_open() returns trigger language plpgsql as $$
begin
  new.balance := 0;
  new.entries := 0;
  new.hash := ledger_genesis(new);
  return new;
end $$;

-- Books the legs of a transaction, in one order for all, so that no two wait for each other crosswise.
create function ledger_post() returns trigger language plpgsql as $$
declare
  leg record;
  after record;
  digest bytea := ledger_digest(new);
  booked int := 0;
  unit text;
  account uuid;
  rest numeric := 0;
begin
  if new.reverses is not null and not exists (
    select from ledger_transactions t where t.org_id = new.org_id and t.id = new.reverses and t.reverses is null
      and t.id <> new.id and t.accounts = new.accounts
      and t.amounts = array(select -amount from unnest(new.amounts) with ordinality as one (amount, place) order by place))
  then
    raise exception 'a reversal is the exact opposite of one transaction' using constraint = 'ledger_reversal', errcode = 'check_violation';
  end if;
  for leg in
    select a.id, a.unit, l.amount from unnest(new.accounts, new.amounts) as l (account, amount)
      join ledger_accounts a on a.org_id = new.org_id and a.id = l.account order by a.unit, a.id
  loop
    if leg.id = account then
      raise exception 'an account is moved once in a transaction' using constraint = 'ledger_legs', errcode = 'check_violation';
    end if;
    if leg.unit <> unit and rest <> 0 then exit; end if;
    unit := leg.unit;
    account := leg.id;
    rest := rest + leg.amount;
    booked := booked + 1;
    update ledger_accounts a set balance = a.balance + leg.amount, entries = a.entries + 1,
        hash = ledger_link(a.hash, digest, leg.amount)
      where a.org_id = new.org_id and a.id = leg.id returning a.balance, a.entries, a.hash into after;
    insert into ledger_entries (org_id, account_id, number, transaction_id, amount, balance, hash)
      values (new.org_id, leg.id, after.entries, new.id, leg.amount, after.balance, after.hash);
  end loop;
  if rest <> 0 then
    raise exception 'a transaction adds up to nothing in each unit' using constraint = 'ledger_balanced', errcode = 'check_violation';
  end if;
  if booked <> cardinality(new.accounts) then
    raise exception 'a transaction moves accounts of its organization' using constraint = 'ledger_legs', errcode = 'check_violation';
  end if;
  return null;
end $$;

create function ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to, by transactions' using errcode = 'restrict_violation';
end $$;

create trigger ledger_open before insert on ledger_accounts for each row execute function ledger_open();
create trigger ledger_post after insert on ledger_transactions for each row execute function ledger_post();
-- What the triggers above write they write one level deeper.
create trigger ledger_by_hand before update on ledger_accounts for each row when (pg_trigger_depth() = 0)
  execute function ledger_refuse();
create trigger ledger_by_hand before insert on ledger_entries for each row when (pg_trigger_depth() = 0)
  execute function ledger_refuse();
create trigger ledger_keeps before delete on ledger_accounts for each row execute function ledger_refuse();
create trigger ledger_keeps before update or delete on ledger_transactions for each row execute function ledger_refuse();
create trigger ledger_keeps before update or delete on ledger_entries for each row execute function ledger_refuse();
create trigger ledger_keeps_all before truncate on ledger_accounts for each statement execute function ledger_refuse();
create trigger ledger_keeps_all before truncate on ledger_transactions for each statement execute function ledger_refuse();
create trigger ledger_keeps_all before truncate on ledger_entries for each statement execute function ledger_refuse();
