-- A row of a call is written twice: when it comes, and when the customer's next one does. With
-- room on its page the second time leaves all its indexes alone.
ALTER TABLE "call" SET (fillfactor = 50);--> statement-breakpoint
-- The same notes as before, for less: days are told apart as instants and named once each, and of
-- calls only those that follow others are asked what they followed.
CREATE FUNCTION day_begin(timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select date_bin('1 day', $1, timestamptz '1970-01-01 00:00:00+00')
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_changed_legs() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  concerned record;
begin
  for concerned in
    select organization_id, array_agg(distinct day_begin(started_at)) as days,
      array_agg(distinct call_id) as calls
    from changed group by organization_id
  loop
    insert into changed_day (organization_id, day, concerns)
    select concerned.organization_id, (day at time zone 'UTC')::date, 'calls'
    from unnest(concerned.days) day;
    perform note_days_before(concerned.organization_id, concerned.calls);
    perform note_end_of_chains(concerned.organization_id, array_agg(c.customer_key),
      array_agg(c.chain_id))
    from call c join organization o on o.id = c.organization_id
    where c.organization_id = concerned.organization_id and c.id = any(concerned.calls)
      and is_within_chain(c, o.window_seconds);
  end loop;
  return null;
end
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_changed_calls() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  concerned record;
begin
  for concerned in
    select organization_id, array_agg(distinct day_begin(started_at)) as days,
      array_agg(id) filter (where position > 1) as followers
    from changed group by organization_id
  loop
    insert into changed_day (organization_id, day, concerns)
    select concerned.organization_id, (day at time zone 'UTC')::date, 'calls'
    from unnest(concerned.days) day;
    perform note_days_before(concerned.organization_id, concerned.followers);
    perform note_end_of_chains(concerned.organization_id, array_agg(c.customer_key),
      array_agg(c.chain_id))
    from changed c join organization o on o.id = c.organization_id
    where c.organization_id = concerned.organization_id and c.chain_id is not null
      and (c.position is null
        or c.next_same_issue_at - c.started_at < make_interval(secs => o.window_seconds));
  end loop;
  return null;
end
$$;
