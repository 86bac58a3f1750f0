-- Books the legs of a transaction with one statement instead of two for each leg. The accounts are held first, in one order
-- for all, so that no two transactions wait for each other crosswise.
create or replace function ledger_post() returns trigger language plpgsql as $$
declare
  digest bytea := ledger_digest(new);
  booked int;
  unbalanced boolean;
begin
  if new.reverses is not null and not exists (
    select from ledger_transactions t where t.org_id = new.org_id and t.id = new.reverses and t.reverses is null
      and t.id <> new.id and t.accounts = new.accounts
      and t.amounts = array(select -amount from unnest(new.amounts) with ordinality as one (amount, place) order by place))
  then
    raise exception 'a reversal is the exact opposite of one transaction' using constraint = 'ledger_reversal', errcode = 'check_violation';
  end if;
  perform from ledger_accounts a where a.org_id = new.org_id and a.id = any(new.accounts) order by a.unit, a.id for no key update;
  with moved as (
    update ledger_accounts a set balance = a.balance + l.amount, entries = a.entries + 1,
        hash = ledger_link(a.hash, digest, l.amount)
      from unnest(new.accounts, new.amounts) as l (account, amount)
      where a.org_id = new.org_id and a.id = l.account
      returning a.id, a.unit, l.amount, a.balance, a.entries, a.hash),
  written as (
    insert into ledger_entries (org_id, account_id, number, transaction_id, amount, balance, hash)
      select new.org_id, id, entries, new.id, amount, balance, hash from moved)
  select count(*), exists (select from moved group by unit having sum(amount) <> 0) into booked, unbalanced from moved;
  if booked <> cardinality(new.accounts) then
    raise exception 'a transaction moves accounts of its organization, each once' using constraint = 'ledger_legs', errcode = 'check_violation';
  end if;
  if unbalanced then
    raise exception 'a transaction adds up to nothing in each unit' using constraint = 'ledger_balanced', errcode = 'check_violation';
  end if;
  return null;
end $$;
