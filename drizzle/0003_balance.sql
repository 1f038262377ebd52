CREATE TABLE "balance_day" (
	"organization_id" integer NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"legs" integer NOT NULL,
	"timed" integer NOT NULL,
	"micro_log_sum" bigint NOT NULL,
	"micro_log_square_sum" bigint NOT NULL,
	"bins" smallint[] NOT NULL,
	"counted" integer NOT NULL,
	"resolved" integer NOT NULL,
	"day_counted" integer NOT NULL,
	"day_stayed" integer NOT NULL,
	"aged" integer NOT NULL,
	"aged_not_resolved" integer NOT NULL,
	"downstream_sum" bigint NOT NULL,
	"downstream_square_sum" numeric NOT NULL,
	CONSTRAINT "balance_day_organization_id_day_rep_id_cell_id_pk" PRIMARY KEY("organization_id","day","rep_id","cell_id")
);
--> statement-breakpoint
CREATE TABLE "balance_state" (
	"organization_id" integer NOT NULL,
	"watermark" timestamp with time zone,
	"version" integer,
	"baseline" integer,
	"from_day" date,
	"to_day" date,
	"revision" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "balance_state_organization_id_pk" PRIMARY KEY("organization_id")
);
--> statement-breakpoint
CREATE TABLE "chain_day" (
	"organization_id" integer NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"closed" integer NOT NULL,
	"open" integer NOT NULL,
	"contacts" integer NOT NULL,
	"seconds_sum" bigint NOT NULL,
	"seconds_square_sum" numeric NOT NULL,
	CONSTRAINT "chain_day_organization_id_day_rep_id_cell_id_pk" PRIMARY KEY("organization_id","day","rep_id","cell_id")
);
--> statement-breakpoint
CREATE TABLE "code_day" (
	"organization_id" integer NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"code" text NOT NULL,
	"legs" integer NOT NULL,
	CONSTRAINT "code_day_organization_id_day_rep_id_cell_id_code_pk" PRIMARY KEY("organization_id","day","rep_id","cell_id","code")
);
--> statement-breakpoint
CREATE TABLE "habit_day" (
	"organization_id" integer NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"inbound" integer NOT NULL,
	"not_linkable" integer NOT NULL,
	"counted" integer NOT NULL,
	"handed_on" integer NOT NULL,
	"hour_counted" integer NOT NULL,
	"hour_back" integer NOT NULL,
	"declared" integer NOT NULL,
	"declared_back" integer NOT NULL,
	"brief" integer NOT NULL,
	"brief_ended_by_rep" integer NOT NULL,
	"back_before_window" integer NOT NULL,
	"back_after_window" integer NOT NULL,
	"returns_by_day" integer[] NOT NULL,
	"stayed_with" integer NOT NULL,
	"resolved" integer NOT NULL,
	"resolved_surveyed" integer NOT NULL,
	"not_resolved" integer NOT NULL,
	"not_resolved_surveyed" integer NOT NULL,
	CONSTRAINT "habit_day_organization_id_day_rep_id_cell_id_pk" PRIMARY KEY("organization_id","day","rep_id","cell_id")
);
--> statement-breakpoint
CREATE TABLE "noted_leg" (
	"organization_id" integer NOT NULL,
	"call_id" bigint NOT NULL,
	"leg_no" smallint NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"class" text NOT NULL,
	"reasons" text[] NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"week" date NOT NULL,
	"seconds_avoided" double precision,
	CONSTRAINT "noted_leg_organization_id_call_id_leg_no_pk" PRIMARY KEY("organization_id","call_id","leg_no")
);
--> statement-breakpoint
CREATE TABLE "rep_day" (
	"organization_id" integer NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"timed" integer NOT NULL,
	"residual_sum" bigint NOT NULL,
	"residual_square_sum" bigint NOT NULL,
	"classes" integer[] NOT NULL,
	"counted" integer NOT NULL,
	"resolved" integer NOT NULL,
	"expected" double precision NOT NULL,
	CONSTRAINT "rep_day_organization_id_day_rep_id_pk" PRIMARY KEY("organization_id","day","rep_id")
);
--> statement-breakpoint
CREATE TABLE "rep_description" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"timed" integer NOT NULL,
	"residual_sum" bigint NOT NULL,
	"residual_square_sum" bigint NOT NULL,
	"classes" integer[] NOT NULL,
	"saved_seconds" double precision NOT NULL,
	"saved_seconds_variance" double precision NOT NULL,
	CONSTRAINT "rep_description_organization_id_rep_id_pk" PRIMARY KEY("organization_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "seconds_day" (
	"organization_id" integer NOT NULL,
	"day" date NOT NULL,
	"cell_id" integer NOT NULL,
	"seconds" integer[] NOT NULL,
	"resolved" integer[] NOT NULL,
	"not_resolved" integer[] NOT NULL,
	"handed_on" integer[] NOT NULL,
	"open" integer[] NOT NULL,
	CONSTRAINT "seconds_day_organization_id_day_cell_id_pk" PRIMARY KEY("organization_id","day","cell_id")
);
--> statement-breakpoint
CREATE TABLE "span_cell" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"counted" integer NOT NULL,
	"resolved" integer NOT NULL,
	"day_counted" integer NOT NULL,
	"day_stayed" integer NOT NULL,
	CONSTRAINT "span_cell_organization_id_rep_id_cell_id_pk" PRIMARY KEY("organization_id","rep_id","cell_id")
);
--> statement-breakpoint
CREATE TABLE "standing" (
	"organization_id" integer NOT NULL,
	"measure" text NOT NULL,
	"rep_id" integer NOT NULL,
	"inputs" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "standing_organization_id_measure_rep_id_pk" PRIMARY KEY("organization_id","measure","rep_id")
);
--> statement-breakpoint
CREATE TABLE "reference_cell" (
	"organization_id" integer NOT NULL,
	"version" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"first_bin" smallint NOT NULL,
	"counts" integer[] NOT NULL,
	"timed" integer NOT NULL,
	"micro_log_sum" bigint NOT NULL,
	"counted" integer NOT NULL,
	"resolved" integer NOT NULL,
	"day_counted" integer NOT NULL,
	"day_stayed" integer NOT NULL,
	"aged" integer NOT NULL,
	"aged_not_resolved" integer NOT NULL,
	"downstream_sum" bigint NOT NULL,
	"downstream_square_sum" double precision NOT NULL,
	CONSTRAINT "reference_cell_organization_id_version_cell_id_rep_id_pk" PRIMARY KEY("organization_id","version","cell_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "changed_day" (
	"organization_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "changed_day_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"concerns" text NOT NULL,
	CONSTRAINT "changed_day_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "reference_histogram" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "reference_histogram" CASCADE;--> statement-breakpoint
ALTER TABLE "cell" DROP CONSTRAINT "cell_is_unique";--> statement-breakpoint
ALTER TABLE "cell" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "mean_log" double precision;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "resolution" double precision;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "resolution_legs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "stay" double precision;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "stay_legs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "downstream_seconds" double precision;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "usual_downstream_seconds" double precision;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "usual_downstream_low" double precision;--> statement-breakpoint
ALTER TABLE "reference_band" ADD COLUMN "usual_downstream_high" double precision;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "from_day" date NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "to_day" date NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "watermark" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "log_sd" double precision;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "tau_same_issue" double precision DEFAULT 0.3 NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "tau_return" double precision DEFAULT 0.3 NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "next_tau_same_issue" double precision DEFAULT 0.3 NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "next_tau_return" double precision DEFAULT 0.3 NOT NULL;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "phi_same_issue" double precision;--> statement-breakpoint
ALTER TABLE "reference_version" ADD COLUMN "phi_return" double precision;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "case_mix" jsonb;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "sorting_after" text;--> statement-breakpoint
ALTER TABLE "reference_cell" ADD CONSTRAINT "reference_cell_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "balance_day_of_rep" ON "balance_day" USING btree ("organization_id","rep_id","day");--> statement-breakpoint
CREATE INDEX "habit_day_of_rep" ON "habit_day" USING btree ("organization_id","rep_id","day");--> statement-breakpoint
CREATE INDEX "noted_leg_of_day" ON "noted_leg" USING btree ("organization_id","day");--> statement-breakpoint
CREATE INDEX "noted_leg_by_time" ON "noted_leg" USING btree ("organization_id","started_at");--> statement-breakpoint
CREATE INDEX "noted_leg_by_week" ON "noted_leg" USING btree ("organization_id","week");--> statement-breakpoint
CREATE INDEX "rep_day_of_rep" ON "rep_day" USING btree ("organization_id","rep_id","day");--> statement-breakpoint
CREATE INDEX "linked_call_by_time" ON "call" USING btree ("organization_id","started_at") WHERE "call"."position" is not null;--> statement-breakpoint
ALTER TABLE "reference_version" DROP COLUMN "from_at";--> statement-breakpoint
ALTER TABLE "reference_version" DROP COLUMN "until_at";--> statement-breakpoint
ALTER TABLE "cell" ADD CONSTRAINT "cell_is_unique" UNIQUE NULLS NOT DISTINCT("organization_id","level","queue","issue","audience","language","position","frequency");