-- Linking changes a call's derived columns, none of them indexed: with room left on the page
-- such an update stays on it and touches no index.
ALTER TABLE "call" SET (fillfactor = 85);--> statement-breakpoint
ALTER TABLE "leg" SET (fillfactor = 90);--> statement-breakpoint
-- Up to when an organization's records are complete: the slowest feed that has not ended
-- decides (METHOD 4.2). Where every feed has ended, the one that lasted longest.
CREATE FUNCTION organization_watermark(integer) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  select coalesce(
    min(complete_until) filter (where not is_ended),
    max(complete_until)
  ) from feed where organization_id = $1
$$;
