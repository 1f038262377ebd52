CREATE TABLE "followed_file" (
	"organization_id" integer NOT NULL,
	"source" text NOT NULL,
	"path" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"followed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "followed_file_organization_id_source_pk" PRIMARY KEY("organization_id","source")
);
--> statement-breakpoint
ALTER TABLE "followed_file" ADD CONSTRAINT "followed_file_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;