CREATE SEQUENCE "public"."call_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "cell" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "cell_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"level" smallint NOT NULL,
	"parent_id" integer,
	"queue" text,
	"issue" text,
	"audience" text,
	"position" smallint,
	"frequency" smallint,
	CONSTRAINT "cell_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "cell_is_unique" UNIQUE NULLS NOT DISTINCT("organization_id","level","queue","issue","audience","position","frequency")
);
--> statement-breakpoint
CREATE TABLE "reference_band" (
	"organization_id" integer NOT NULL,
	"version" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"calls" integer NOT NULL,
	"queue_calls" integer NOT NULL,
	"low_seconds" double precision,
	"median_seconds" double precision,
	"high_seconds" double precision,
	"short_upto_seconds" integer,
	"long_from_seconds" integer,
	CONSTRAINT "reference_band_organization_id_version_cell_id_rep_id_pk" PRIMARY KEY("organization_id","version","cell_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "reference_histogram" (
	"organization_id" integer NOT NULL,
	"version" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"first_bin" smallint NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "reference_histogram_organization_id_version_cell_id_rep_id_pk" PRIMARY KEY("organization_id","version","cell_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "reference_version" (
	"organization_id" integer NOT NULL,
	"id" integer NOT NULL,
	"built_at" timestamp with time zone NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"legs" bigint NOT NULL,
	"reps" integer NOT NULL,
	"calls_seen" bigint NOT NULL,
	CONSTRAINT "reference_version_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "call" (
	"organization_id" integer NOT NULL,
	"id" bigint NOT NULL,
	"feed_id" integer NOT NULL,
	"external_id" text NOT NULL,
	"version" bigint,
	"facts_hash" "bytea" NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"direction" text NOT NULL,
	"queue" text,
	"issue" text,
	"audience" text,
	"language" text,
	"customer_key" "bytea",
	"customer_masked" text,
	"is_abandoned" boolean NOT NULL,
	"queue_seconds" integer,
	"ivr_seconds" integer,
	"disposition_code" text,
	"disposition_label" text,
	"csat_score" real,
	"csat_min" real,
	"csat_max" real,
	"recording_url" text,
	"declared_resolution" text,
	"chain_id" bigint,
	"position" smallint,
	"caller_frequency" smallint,
	"next_same_issue_at" timestamp with time zone,
	"next_any_at" timestamp with time zone,
	"verified_claim" text,
	"survey_claim" text,
	"rep_claim" text,
	CONSTRAINT "call_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "call_is_delivered_once" UNIQUE("organization_id","feed_id","external_id"),
	CONSTRAINT "call_version_is_not_negative" CHECK ("call"."version" >= 0)
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"organization_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"call_id" bigint NOT NULL,
	"source" text NOT NULL,
	"claim" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"user_id" text,
	"actor" text,
	"note" text,
	CONSTRAINT "evidence_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "feed_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"complete_until" timestamp with time zone,
	"last_received_at" timestamp with time zone,
	"calls" bigint DEFAULT 0 NOT NULL,
	"is_ended" boolean DEFAULT false NOT NULL,
	CONSTRAINT "feed_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "feed_source_is_unique" UNIQUE("organization_id","source")
);
--> statement-breakpoint
CREATE TABLE "leg" (
	"organization_id" integer NOT NULL,
	"call_id" bigint NOT NULL,
	"leg_no" smallint NOT NULL,
	"rep_id" integer NOT NULL,
	"alias_id" integer NOT NULL,
	"queue" text,
	"started_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ring_seconds" integer,
	"talk_seconds" integer,
	"hold_seconds" integer,
	"wrap_seconds" integer,
	"talk_includes_hold" boolean NOT NULL,
	"handle_seconds" integer,
	"ending" text,
	"ended_by" text NOT NULL,
	"is_neutral" boolean NOT NULL,
	"is_handed_on" boolean NOT NULL,
	"is_suspect" boolean NOT NULL,
	"cell_id" integer NOT NULL,
	CONSTRAINT "leg_organization_id_call_id_leg_no_pk" PRIMARY KEY("organization_id","call_id","leg_no"),
	CONSTRAINT "handle_seconds_is_not_negative" CHECK ("leg"."handle_seconds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"organization_id" integer NOT NULL,
	"call_id" bigint NOT NULL,
	"offer_no" smallint NOT NULL,
	"rep_id" integer NOT NULL,
	"alias_id" integer NOT NULL,
	"queue" text,
	"ring_seconds" integer,
	"result" text NOT NULL,
	CONSTRAINT "offer_organization_id_call_id_offer_no_pk" PRIMARY KEY("organization_id","call_id","offer_no")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "import_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"name" text NOT NULL,
	"way" text NOT NULL,
	"day" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"heard_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"read" bigint DEFAULT 0 NOT NULL,
	"accepted" bigint DEFAULT 0 NOT NULL,
	"unchanged" bigint DEFAULT 0 NOT NULL,
	"superseded" bigint DEFAULT 0 NOT NULL,
	"ignored" bigint DEFAULT 0 NOT NULL,
	"refused" bigint DEFAULT 0 NOT NULL,
	"refused_by_reason" jsonb NOT NULL,
	"ignored_by_rule" jsonb NOT NULL,
	"failure" text,
	CONSTRAINT "import_run_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "import_run_is_one_a_day" UNIQUE("organization_id","source","way","day")
);
--> statement-breakpoint
CREATE TABLE "refused_line" (
	"organization_id" integer NOT NULL,
	"import_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "refused_line_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"line" bigint NOT NULL,
	"reason" text NOT NULL,
	"field" text,
	"message" text NOT NULL,
	"text" text,
	CONSTRAINT "refused_line_organization_id_import_id_id_pk" PRIMARY KEY("organization_id","import_id","id")
);
--> statement-breakpoint
CREATE TABLE "reflection" (
	"organization_id" integer NOT NULL,
	"call_id" bigint NOT NULL,
	"rep_id" integer NOT NULL,
	"outcome" text NOT NULL,
	"what_resolved_it" text DEFAULT '' NOT NULL,
	"what_stuck" text DEFAULT '' NOT NULL,
	"words_that_worked" text DEFAULT '' NOT NULL,
	"what_did_not_go_well" text DEFAULT '' NOT NULL,
	"what_next_time" text DEFAULT '' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"friction" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reflection_organization_id_call_id_rep_id_pk" PRIMARY KEY("organization_id","call_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "api_key_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"hint" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "invitation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"team_ids" integer[] DEFAULT '{}' NOT NULL,
	"rep_id" integer,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitation_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"organization_id" integer NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"rep_id" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "membership_user_id_unique" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organization_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"is_simulated" boolean DEFAULT false NOT NULL,
	"window_seconds" integer DEFAULT 604800 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rep" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "rep_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"team_id" integer,
	"is_confirmed" boolean NOT NULL,
	CONSTRAINT "rep_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "rep_alias" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "rep_alias_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"alias" text NOT NULL,
	"rep_id" integer NOT NULL,
	CONSTRAINT "rep_alias_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "rep_alias_is_one_reps" UNIQUE("organization_id","source","alias")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "team_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	CONSTRAINT "team_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "team_name_is_unique" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "team_lead" (
	"organization_id" integer NOT NULL,
	"team_id" integer NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "team_lead_organization_id_team_id_user_id_pk" PRIMARY KEY("organization_id","team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cell" ADD CONSTRAINT "cell_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_band" ADD CONSTRAINT "reference_band_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_histogram" ADD CONSTRAINT "reference_histogram_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_version" ADD CONSTRAINT "reference_version_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed" ADD CONSTRAINT "feed_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_line" ADD CONSTRAINT "refused_line_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection" ADD CONSTRAINT "reflection_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rep" ADD CONSTRAINT "rep_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rep_alias" ADD CONSTRAINT "rep_alias_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_lead" ADD CONSTRAINT "team_lead_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_lead" ADD CONSTRAINT "team_lead_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reference_band_of_rep" ON "reference_band" USING btree ("organization_id","version","rep_id");--> statement-breakpoint
CREATE INDEX "call_of_customer" ON "call" USING btree ("organization_id","customer_key","started_at") WHERE "call"."customer_key" is not null;--> statement-breakpoint
CREATE INDEX "evidence_of_call" ON "evidence" USING btree ("organization_id","call_id");--> statement-breakpoint
CREATE INDEX "leg_by_time" ON "leg" USING btree ("organization_id","started_at","call_id","leg_no");--> statement-breakpoint
CREATE INDEX "leg_of_rep" ON "leg" USING btree ("organization_id","rep_id","started_at","call_id");--> statement-breakpoint
CREATE INDEX "account_of_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_secret_is_unique" ON "api_key" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "rep_alias_of_rep" ON "rep_alias" USING btree ("organization_id","rep_id");--> statement-breakpoint
CREATE INDEX "session_of_user" ON "session" USING btree ("user_id");