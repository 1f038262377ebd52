-- Every change of a leg or a call notes the days it touches, whoever makes it, once a statement.
-- Downstream time of a call counts the calls after it in its chain: where such a call comes or
-- changes late, the days of the old ones before it are noted as well.
CREATE FUNCTION note_days_before(integer, bigint[]) RETURNS void
LANGUAGE sql AS $$
  insert into changed_day (organization_id, day, concerns)
  select distinct $1, (before.started_at at time zone 'UTC')::date, 'later'
  from call later
  join call before on before.organization_id = later.organization_id
    and before.customer_key = later.customer_key and before.chain_id = later.chain_id
    and before.started_at <= later.started_at
    and before.started_at > later.started_at - interval '30 days'
    and before.started_at <= organization_watermark($1) - interval '30 days'
  where later.organization_id = $1 and later.id = any($2) and later.position > 1
    and later.started_at < organization_watermark($1)
$$;--> statement-breakpoint
-- A chain is told under the day of its last call: what changes before it, or beside it as a
-- promised call back does, concerns that day too.
CREATE FUNCTION note_end_of_chains(integer, bytea[], bigint[]) RETURNS void
LANGUAGE sql AS $$
  insert into changed_day (organization_id, day, concerns)
  select distinct $1, (max(m.started_at) at time zone 'UTC')::date, 'calls'
  from (select distinct customer_key, chain_id from unnest($2, $3) c(customer_key, chain_id)) c
  join call m on m.organization_id = $1 and m.customer_key = c.customer_key
    and m.chain_id = c.chain_id and m.position is not null
  group by c.chain_id
$$;--> statement-breakpoint
-- Whether a call is within its chain and not at its end.
CREATE FUNCTION is_within_chain(call, integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  select $1.chain_id is not null and ($1.position is null
    or coalesce($1.next_same_issue_at - $1.started_at < make_interval(secs => $2), false))
$$;--> statement-breakpoint
CREATE FUNCTION note_changed_legs() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  concerned record;
begin
  for concerned in
    select organization_id, array_agg(distinct (started_at at time zone 'UTC')::date) as days,
      array_agg(distinct call_id) as calls
    from changed group by organization_id
  loop
    insert into changed_day (organization_id, day, concerns)
    select concerned.organization_id, unnest(concerned.days), 'calls';
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
CREATE FUNCTION note_changed_calls() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  concerned record;
begin
  for concerned in
    select organization_id, array_agg(distinct (started_at at time zone 'UTC')::date) as days,
      array_agg(id) as calls
    from changed group by organization_id
  loop
    insert into changed_day (organization_id, day, concerns)
    select concerned.organization_id, unnest(concerned.days), 'calls';
    perform note_days_before(concerned.organization_id, concerned.calls);
    perform note_end_of_chains(concerned.organization_id, array_agg(c.customer_key),
      array_agg(c.chain_id))
    from changed c join organization o on o.id = c.organization_id
    where c.organization_id = concerned.organization_id and c.chain_id is not null
      and (c.position is null
        or c.next_same_issue_at - c.started_at < make_interval(secs => o.window_seconds));
  end loop;
  return null;
end
$$;--> statement-breakpoint
CREATE TRIGGER legs_were_added AFTER INSERT ON "leg"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_legs();--> statement-breakpoint
CREATE TRIGGER legs_were_changed AFTER UPDATE ON "leg"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_legs();--> statement-breakpoint
CREATE TRIGGER legs_were_removed AFTER DELETE ON "leg"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_legs();--> statement-breakpoint
CREATE TRIGGER calls_were_added AFTER INSERT ON "call"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_calls();--> statement-breakpoint
CREATE TRIGGER calls_were_changed AFTER UPDATE ON "call"
REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_calls();--> statement-breakpoint
CREATE TRIGGER calls_were_removed AFTER DELETE ON "call"
REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_calls();--> statement-breakpoint
-- What was stored before is summed up from the start.
INSERT INTO changed_day (organization_id, day, concerns)
SELECT DISTINCT organization_id, (started_at at time zone 'UTC')::date, 'calls' FROM call;--> statement-breakpoint
-- The precedence of METHOD 4.3 and the words of METHOD 2.4 and 6, for every statement that needs
-- them; the tests hold them against shared/balance.
CREATE FUNCTION best_outcome(verified text, is_repeat boolean, survey text, is_mature boolean,
  rep text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select coalesce(verified, case when is_repeat then 'not_resolved' end, survey,
    case when is_mature then 'resolved' end, rep, 'open')
$$;--> statement-breakpoint
CREATE FUNCTION outcome_state(verified text, is_repeat boolean, survey text, is_mature boolean)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select case when verified is not null or is_repeat or is_mature or survey = 'not_resolved'
    then 'final' else 'provisional' end
$$;--> statement-breakpoint
CREATE FUNCTION time_class(handle_seconds integer, is_suspect boolean, reps integer,
  queue_calls integer, median_seconds float8, short_upto_seconds integer,
  long_from_seconds integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select case
    when median_seconds is null or handle_seconds is null or is_suspect
      or coalesce(queue_calls, 0) < 30 or coalesce(reps, 0) < 4 then 'no_reference'
    when handle_seconds >= long_from_seconds then 'long'
    when handle_seconds <= short_upto_seconds then 'short'
    else 'usual' end
$$;--> statement-breakpoint
CREATE FUNCTION leg_class(is_counted boolean, is_linkable boolean, is_handed_on boolean,
  state text, outcome text, time_class text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select case
    when not is_counted then 'not_counted'
    when not is_linkable then 'not_linkable'
    when is_handed_on then 'handed_on'
    when state <> 'final' or outcome = 'open' then 'outcome_pending'
    when outcome = 'resolved' then case time_class
      when 'short' then 'efficient' when 'long' then 'extra_mile' else 'solved' end
    else case time_class
      when 'short' then 'hurried' when 'long' then 'needs_support' else 'not_yet_solved' end
  end
$$;
