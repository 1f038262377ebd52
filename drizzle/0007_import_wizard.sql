CREATE TABLE "mapping" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "mapping_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"created_by" text,
	"is_shared" boolean NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mapping_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "mapping_name_is_unique" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "source_setting" (
	"organization_id" integer NOT NULL,
	"source" text NOT NULL,
	"reader" text,
	"time_zone" text,
	"country" text,
	"names" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "source_setting_organization_id_source_pk" PRIMARY KEY("organization_id","source")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "upload_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"file" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "upload_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "runner" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "is_dry_run" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "upload_id" integer;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "reading" jsonb;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "bytes_read" bigint;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "bytes_in_all" bigint;--> statement-breakpoint
ALTER TABLE "mapping" ADD CONSTRAINT "mapping_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping" ADD CONSTRAINT "mapping_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_setting" ADD CONSTRAINT "source_setting_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_run_under_way" ON "import_run" USING btree ("state") WHERE "import_run"."state" in ('waiting', 'running');