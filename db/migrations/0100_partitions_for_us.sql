-- Like every other function that runs as the owner: the application asks it, nobody else of the database server does.
revoke execute on function prepare_fact_partitions(timestamptz) from public;
