-- A key of a write is looked up before it is known who sends it: the primary key begins with what is looked up by.
alter table idempotency_keys drop constraint idempotency_keys_pkey;
alter table idempotency_keys add primary key (org_id, key, actor_id);
