CREATE TABLE "display" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "display_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"paired_by" text NOT NULL,
	"paired_at" timestamp with time zone NOT NULL,
	"token_hash" text,
	"last_seen_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "display_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "display_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "pairing" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"organization_id" integer,
	"display_id" integer,
	CONSTRAINT "pairing_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "display" ADD CONSTRAINT "display_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;