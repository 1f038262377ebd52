CREATE TABLE "shown_recognition" (
	"organization_id" integer NOT NULL,
	"call_id" bigint NOT NULL,
	"leg_no" smallint NOT NULL,
	"rep_id" integer NOT NULL,
	"shown_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shown_recognition_organization_id_call_id_leg_no_pk" PRIMARY KEY("organization_id","call_id","leg_no")
);
--> statement-breakpoint
ALTER TABLE "reflection" ADD COLUMN "shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reflection" ADD COLUMN "shared_id" uuid;--> statement-breakpoint
ALTER TABLE "shown_recognition" ADD CONSTRAINT "shown_recognition_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shown_recognition_by_time" ON "shown_recognition" USING btree ("organization_id","shown_at");--> statement-breakpoint
CREATE INDEX "reflection_shared" ON "reflection" USING btree ("organization_id","shared_at") WHERE shared_at is not null;--> statement-breakpoint
ALTER TABLE "reflection" ADD CONSTRAINT "shared_reflection_has_an_id" CHECK ((shared_at is null) = (shared_id is null));