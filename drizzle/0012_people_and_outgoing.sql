CREATE TABLE "stint" (
	"organization_id" integer NOT NULL,
	"call_id" bigint NOT NULL,
	"stint_no" smallint NOT NULL,
	"alias_id" integer NOT NULL,
	"queue" text,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ring_seconds" integer,
	"talk_seconds" integer,
	"hold_seconds" integer,
	"wrap_seconds" integer,
	"talk_includes_hold" boolean NOT NULL,
	"ending" text,
	"ended_by" text NOT NULL,
	"is_neutral" boolean NOT NULL,
	CONSTRAINT "stint_organization_id_call_id_stint_no_pk" PRIMARY KEY("organization_id","call_id","stint_no")
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "webhook_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"url" text NOT NULL,
	"events" text[] NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"disabled_why" text,
	"secret" "bytea" NOT NULL,
	"former_secret" "bytea",
	"former_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_message" (
	"organization_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_message_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"webhook_id" integer NOT NULL,
	"message_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"event" text NOT NULL,
	"call_id" bigint,
	"rep_id" integer,
	"fact" text,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"last_at" timestamp with time zone,
	"last_status" integer,
	"last_answer" text,
	CONSTRAINT "webhook_message_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "rep_change" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "rep_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"rep_id" integer NOT NULL,
	"rep_name" text NOT NULL,
	"other_rep_id" integer NOT NULL,
	"other_name" text NOT NULL,
	"alias_ids" integer[] NOT NULL,
	"legs" integer NOT NULL,
	"kept" jsonb,
	"undone_by" integer,
	CONSTRAINT "rep_change_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rep_change" ADD CONSTRAINT "rep_change_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stint_of_alias" ON "stint" USING btree ("organization_id","alias_id");--> statement-breakpoint
CREATE INDEX "webhook_message_of_webhook" ON "webhook_message" USING btree ("organization_id","webhook_id","id");--> statement-breakpoint
CREATE INDEX "webhook_message_of_call" ON "webhook_message" USING btree ("organization_id","call_id");--> statement-breakpoint
CREATE INDEX "webhook_message_due" ON "webhook_message" USING btree ("next_at") WHERE "webhook_message"."state" = 'waiting';