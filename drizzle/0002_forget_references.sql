-- References are derived: the next start builds them anew, with the outcomes they now hold.
DELETE FROM reference_band;--> statement-breakpoint
DELETE FROM reference_histogram;--> statement-breakpoint
DELETE FROM reference_version;
