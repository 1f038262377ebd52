CREATE SEQUENCE "public"."floor_changes" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "floor_mood" (
	"organization_id" integer NOT NULL,
	"text" text,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "floor_mood_organization_id_pk" PRIMARY KEY("organization_id")
);
--> statement-breakpoint
CREATE TABLE "line_presence" (
	"organization_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "line_presence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"call" text NOT NULL,
	"state" text NOT NULL,
	"queue" text NOT NULL,
	"customer_key" "bytea",
	"at" timestamp with time zone NOT NULL,
	"helped_by" text,
	"change" bigint NOT NULL,
	CONSTRAINT "line_presence_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "line_is_there_once" UNIQUE("organization_id","source","call")
);
--> statement-breakpoint
CREATE TABLE "rep_presence" (
	"organization_id" integer NOT NULL,
	"source" text NOT NULL,
	"rep" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"queue" text,
	"call" text,
	"at" timestamp with time zone NOT NULL,
	"change" bigint NOT NULL,
	CONSTRAINT "rep_presence_organization_id_source_rep_pk" PRIMARY KEY("organization_id","source","rep")
);
--> statement-breakpoint
CREATE TABLE "source_presence" (
	"organization_id" integer NOT NULL,
	"source" text NOT NULL,
	"heard_at" timestamp with time zone NOT NULL,
	"change" bigint NOT NULL,
	CONSTRAINT "source_presence_organization_id_source_pk" PRIMARY KEY("organization_id","source")
);
--> statement-breakpoint
ALTER TABLE "floor_mood" ADD CONSTRAINT "floor_mood_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_presence" ADD CONSTRAINT "line_presence_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rep_presence" ADD CONSTRAINT "rep_presence_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_presence" ADD CONSTRAINT "source_presence_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "line_presence_by_change" ON "line_presence" USING btree ("organization_id","change");--> statement-breakpoint
CREATE INDEX "rep_presence_by_change" ON "rep_presence" USING btree ("organization_id","change");--> statement-breakpoint
CREATE INDEX "call_by_time" ON "call" USING brin ("started_at") WITH (autosummarize=true);