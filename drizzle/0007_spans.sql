-- Sums are kept in another form from here on: all are forgotten and made anew from the facts.
TRUNCATE "balance_day", "habit_day", "code_day", "chain_day", "seconds_day", "rep_day", "noted_leg",
  "span_cell", "standing", "rep_description";--> statement-breakpoint
UPDATE "balance_state" SET "watermark" = null, "from_day" = null, "to_day" = null;--> statement-breakpoint
INSERT INTO "changed_day" ("organization_id", "day", "concerns")
SELECT DISTINCT "organization_id", ("started_at" at time zone 'UTC')::date, 'calls' FROM "call";--> statement-breakpoint
CREATE TABLE "chain_end" (
	"organization_id" integer NOT NULL,
	"chain_id" bigint NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"is_closed" boolean NOT NULL,
	"contacts" smallint NOT NULL,
	"seconds" bigint NOT NULL,
	CONSTRAINT "chain_end_organization_id_chain_id_pk" PRIMARY KEY("organization_id","chain_id")
);
--> statement-breakpoint
CREATE TABLE "return_day" (
	"organization_id" integer NOT NULL,
	"day" date NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"after_days" smallint NOT NULL,
	"returns" integer NOT NULL,
	CONSTRAINT "return_day_organization_id_day_rep_id_cell_id_after_days_pk" PRIMARY KEY("organization_id","day","rep_id","cell_id","after_days")
);
--> statement-breakpoint
CREATE TABLE "rep_ledger" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"saved_seconds" double precision NOT NULL,
	"standard_error_seconds" double precision NOT NULL,
	CONSTRAINT "rep_ledger_organization_id_rep_id_pk" PRIMARY KEY("organization_id","rep_id")
);
--> statement-breakpoint
CREATE TABLE "span_chain" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"closed" bigint NOT NULL,
	"open" bigint NOT NULL,
	"contacts" bigint NOT NULL,
	"seconds_sum" bigint NOT NULL,
	"seconds_square_sum" numeric NOT NULL,
	CONSTRAINT "span_chain_organization_id_rep_id_cell_id_pk" PRIMARY KEY("organization_id","rep_id","cell_id")
);
--> statement-breakpoint
CREATE TABLE "span_code" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"code" text NOT NULL,
	"legs" bigint NOT NULL,
	CONSTRAINT "span_code_organization_id_rep_id_cell_id_code_pk" PRIMARY KEY("organization_id","rep_id","cell_id","code")
);
--> statement-breakpoint
CREATE TABLE "span_habit" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"inbound" bigint NOT NULL,
	"not_linkable" bigint NOT NULL,
	"counted" bigint NOT NULL,
	"handed_on" bigint NOT NULL,
	"hour_counted" bigint NOT NULL,
	"hour_back" bigint NOT NULL,
	"declared" bigint NOT NULL,
	"declared_back" bigint NOT NULL,
	"brief" bigint NOT NULL,
	"brief_ended_by_rep" bigint NOT NULL,
	"back_before_window" bigint NOT NULL,
	"back_after_window" bigint NOT NULL,
	"stayed_with" bigint NOT NULL,
	"resolved" bigint NOT NULL,
	"resolved_surveyed" bigint NOT NULL,
	"not_resolved" bigint NOT NULL,
	"not_resolved_surveyed" bigint NOT NULL,
	CONSTRAINT "span_habit_organization_id_rep_id_cell_id_pk" PRIMARY KEY("organization_id","rep_id","cell_id")
);
--> statement-breakpoint
CREATE TABLE "span_return" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"after_days" smallint NOT NULL,
	"returns" bigint NOT NULL,
	CONSTRAINT "span_return_organization_id_rep_id_cell_id_after_days_pk" PRIMARY KEY("organization_id","rep_id","cell_id","after_days")
);
--> statement-breakpoint
CREATE TABLE "span_seconds" (
	"organization_id" integer NOT NULL,
	"cell_id" integer NOT NULL,
	"seconds" integer NOT NULL,
	"resolved" bigint NOT NULL,
	"not_resolved" bigint NOT NULL,
	"handed_on" bigint NOT NULL,
	"open" bigint NOT NULL,
	CONSTRAINT "span_seconds_organization_id_cell_id_seconds_pk" PRIMARY KEY("organization_id","cell_id","seconds")
);
--> statement-breakpoint
CREATE TABLE "standing_due" (
	"organization_id" integer NOT NULL,
	"rep_id" integer NOT NULL,
	CONSTRAINT "standing_due_organization_id_rep_id_pk" PRIMARY KEY("organization_id","rep_id")
);
--> statement-breakpoint
DROP INDEX "noted_leg_by_week";--> statement-breakpoint
ALTER TABLE "rep_description" ALTER COLUMN "timed" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "noted_leg" ADD COLUMN "cell_id" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "noted_leg" ADD COLUMN "beside_talk" double precision;--> statement-breakpoint
ALTER TABLE "rep_day" ADD COLUMN "expected_sum" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "rep_day" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "changed_day" ADD COLUMN "customer_key" "bytea";--> statement-breakpoint
ALTER TABLE "changed_day" ADD COLUMN "chain_id" bigint;--> statement-breakpoint
CREATE INDEX "chain_end_of_day" ON "chain_end" USING btree ("organization_id","day");--> statement-breakpoint
CREATE INDEX "recognized_leg" ON "noted_leg" USING btree ("organization_id","week","seconds_avoided","call_id","leg_no") WHERE cardinality(reasons) > 0;--> statement-breakpoint
CREATE INDEX "recognized_leg_of_rep" ON "noted_leg" USING btree ("organization_id","rep_id","week","seconds_avoided") WHERE cardinality(reasons) > 0;--> statement-breakpoint
ALTER TABLE "habit_day" DROP COLUMN "returns_by_day";--> statement-breakpoint
ALTER TABLE "rep_day" DROP COLUMN "expected";--> statement-breakpoint
ALTER TABLE "rep_description" DROP COLUMN "saved_seconds";--> statement-breakpoint
ALTER TABLE "rep_description" DROP COLUMN "saved_seconds_variance";