CREATE TABLE "connection" (
	"organization_id" integer NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "connection_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" "bytea" NOT NULL,
	"former_secret" "bytea",
	"former_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"last_received_at" timestamp with time zone,
	"last_refused_at" timestamp with time zone,
	"last_refusal" jsonb,
	"deliveries" bigint DEFAULT 0 NOT NULL,
	"refused_deliveries" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "connection_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "connection_id_is_unique" UNIQUE("id"),
	CONSTRAINT "connection_name_is_unique" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"organization_id" integer NOT NULL,
	"connection_id" integer NOT NULL,
	"delivery_id" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"reply" jsonb NOT NULL,
	CONSTRAINT "delivery_organization_id_connection_id_delivery_id_pk" PRIMARY KEY("organization_id","connection_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "kept_document" (
	"organization_id" integer NOT NULL,
	"source" text NOT NULL,
	"call" text NOT NULL,
	"part" text NOT NULL,
	"version" bigint NOT NULL,
	"text" "bytea" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_document_organization_id_source_call_part_pk" PRIMARY KEY("organization_id","source","call","part")
);
--> statement-breakpoint
ALTER TABLE "connection" ADD CONSTRAINT "connection_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_by_time" ON "delivery" USING btree ("organization_id","connection_id","received_at");--> statement-breakpoint
CREATE INDEX "kept_document_by_time" ON "kept_document" USING btree ("organization_id","received_at");