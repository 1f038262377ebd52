-- What changes within a chain concerns that chain alone, under the day it ends on.
CREATE OR REPLACE FUNCTION note_end_of_chains(integer, bytea[], bigint[]) RETURNS void
LANGUAGE sql AS $$
  insert into changed_day (organization_id, day, concerns, customer_key, chain_id)
  select $1, (max(m.started_at) at time zone 'UTC')::date, 'chains', c.customer_key, c.chain_id
  from (select distinct customer_key, chain_id from unnest($2, $3) c(customer_key, chain_id)) c
  join call m on m.organization_id = $1 and m.customer_key = c.customer_key
    and m.chain_id = c.chain_id and m.position is not null
  group by c.customer_key, c.chain_id
$$;
