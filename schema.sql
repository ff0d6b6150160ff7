-- Written by `npm run schema`; a test compares it with what the migrations make.

CREATE OR REPLACE FUNCTION public.app_user_keep_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN NEW.search := fold(concat_ws(' ', NEW.username, NEW.display_name, NEW.position)); RETURN NEW; END $function$;

CREATE OR REPLACE FUNCTION public.edition_refuse_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN RAISE EXCEPTION 'a published edition is frozen'; END $function$;

CREATE OR REPLACE FUNCTION public.fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT lower(public.unaccent('public.unaccent', normalize($1, NFC))) $function$;

CREATE OR REPLACE FUNCTION public.journal_append()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.chain := pg_current_xact_id()::text::bigint % 8;
  NEW.position := current_setting('journal.length')::bigint + 1;
  NEW.hash := journal_hash(decode(current_setting('journal.head'), 'hex'), NEW);
  PERFORM set_config('journal.length', NEW.position::text, true), set_config('journal.head', encode(NEW.hash, 'hex'), true);
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.journal_begin()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE mine journal_chain;
BEGIN
  SELECT * INTO mine FROM journal_chain WHERE id = pg_current_xact_id()::text::bigint % 8 FOR UPDATE;
  PERFORM set_config('journal.length', mine.length::text, true), set_config('journal.head', encode(mine.head, 'hex'), true);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.journal_end()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE journal_chain SET length = current_setting('journal.length')::bigint, head = decode(current_setting('journal.head'), 'hex')
   WHERE id = pg_current_xact_id()::text::bigint % 8;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.journal_hash(previous bytea, e journal_entry)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    e.id, e.chain, e.position, extract(epoch FROM e.at), extract(epoch FROM e.recorded_at), e.actor_id, e.actor_name,
    e.act, e.subject_type, e.subject_id, e.unit_id, e.changes, e.note, e.request_id)::text, 'UTF8'))
$function$;

CREATE OR REPLACE FUNCTION public.journal_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN RAISE EXCEPTION 'the journal is append-only'; END $function$;

CREATE OR REPLACE FUNCTION public.local_day(timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT ($1 AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $function$;

CREATE OR REPLACE FUNCTION public.node_refuse_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT 1 FROM edition WHERE id IN (NEW.edition_id, OLD.edition_id) AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a published edition is frozen';
  END IF;
  RETURN coalesce(NEW, OLD);
END $function$;

CREATE OR REPLACE FUNCTION public.notification_heard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('notifications_changed', '');
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.rules_of(plan uuid, task_priority text)
 RETURNS TABLE(id uuid, code text, kind text, active boolean, step integer, weeks integer, recipient text)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT r.id, r.code, r.kind, coalesce(x.active, r.active), coalesce(x.offset_working_days, r.offset_working_days),
         coalesce(x.weeks, r.weeks), coalesce(x.recipient, r.recipient)
    FROM reminder_rule r
    LEFT JOIN LATERAL (
      SELECT e.* FROM reminder_rule_exception e
       WHERE e.rule_id = r.id AND (e.plan_id IS NULL OR e.plan_id = plan) AND (e.priority IS NULL OR e.priority = task_priority)
       ORDER BY e.plan_id NULLS LAST, e.priority NULLS LAST LIMIT 1) x ON true
$function$;

CREATE OR REPLACE FUNCTION public.task_keep_period()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE day date := local_day(NEW.changed_at);
DECLARE open_from date;
BEGIN
  SELECT valid_from INTO open_from FROM task_period WHERE task_id = NEW.id AND valid_to = 'infinity';
  IF open_from < day THEN
    UPDATE task_period SET valid_to = day WHERE task_id = NEW.id AND valid_to = 'infinity';
  ELSE
    day := coalesce(open_from, day);
  END IF;
  INSERT INTO task_period AS p (task_id, valid_from, plan_id, lead_unit_id, responsible_id, state, due_date, original_due_date, submitted_on)
  VALUES (NEW.id, day, NEW.plan_id, NEW.lead_unit_id, NEW.responsible_id, NEW.state, NEW.due_date, NEW.original_due_date, NEW.submitted_on)
  ON CONFLICT (task_id, valid_from) DO UPDATE SET plan_id = excluded.plan_id, lead_unit_id = excluded.lead_unit_id,
    responsible_id = excluded.responsible_id, state = excluded.state, due_date = excluded.due_date,
    original_due_date = excluded.original_due_date, submitted_on = excluded.submitted_on;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.task_keep_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.search := fold(concat_ws(' ', NEW.code, NEW.title_vi, NEW.title_en, NEW.deliverable_vi, NEW.source_number));
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.task_scope_before_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('task_scope'));
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.task_scope_joins()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO task_scope
  SELECT f.ancestor_id, coalesce(t.due_date, 'infinity'), t.id FROM fresh f JOIN task t ON t.lead_unit_id = f.unit_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.task_scope_leaves()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  DELETE FROM task_scope s USING gone g, task t
   WHERE t.lead_unit_id = g.unit_id AND s.unit_id = g.ancestor_id AND s.due_key = coalesce(t.due_date, 'infinity') AND s.task_id = t.id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.task_scope_of_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('task_scope'));
  DELETE FROM task_scope s USING unit_ancestor a
   WHERE a.unit_id = OLD.lead_unit_id AND s.unit_id = a.ancestor_id AND s.due_key = coalesce(OLD.due_date, 'infinity') AND s.task_id = OLD.id;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO task_scope
    SELECT a.ancestor_id, coalesce(NEW.due_date, 'infinity'), NEW.id FROM unit_ancestor a WHERE a.unit_id = NEW.lead_unit_id;
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.task_scope_of_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- A unit that moves waits for who adds tasks, and the other way round: neither overlooks what the other writes.
  PERFORM pg_advisory_xact_lock_shared(hashtext('task_scope'));
  INSERT INTO task_scope
  SELECT a.ancestor_id, coalesce(t.due_date, 'infinity'), t.id FROM fresh t JOIN unit_ancestor a ON a.unit_id = t.lead_unit_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.tell_signed_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NOTIFY signed_in;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.unit_keep_ancestors()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM unit_ancestor a USING unit_ancestor below
     WHERE below.ancestor_id = NEW.id AND a.unit_id = below.unit_id
       AND a.ancestor_id NOT IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = NEW.id);
  ELSE
    INSERT INTO unit_ancestor VALUES (NEW.id, NEW.id, 0);
  END IF;
  INSERT INTO unit_ancestor (unit_id, ancestor_id, depth)
  SELECT below.unit_id, above.ancestor_id, below.depth + above.depth + 1
    FROM unit_ancestor below, unit_ancestor above
   WHERE below.ancestor_id = NEW.id AND above.unit_id = NEW.parent_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.unit_keep_search()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.search := fold(concat_ws(' ', NEW.code, NEW.name_vi, NEW.name_en, array_to_string(NEW.aliases, ' ')));
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
  SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
       || '7' || substr(random.hex, 14, 3) || substr(random.hex, 17))::uuid
    FROM (SELECT replace(gen_random_uuid()::text, '-', '') AS hex) AS random
$function$;

CREATE TABLE alarm (
  id uuid NOT NULL,
  kind text NOT NULL,
  detail jsonb NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT alarm_pkey PRIMARY KEY (id)
);

CREATE TABLE analysis (
  id uuid NOT NULL,
  component_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid,
  achieved text,
  not_achieved text NOT NULL,
  cause text,
  solution text,
  written_by uuid,
  written_at timestamp with time zone NOT NULL,
  agreed_by uuid,
  agreed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT analysis_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES app_user(id),
  CONSTRAINT analysis_check CHECK (((agreed_at IS NULL) OR ((person_id IS NOT NULL) AND (cause IS NOT NULL) AND (solution IS NOT NULL)))),
  CONSTRAINT analysis_component_id_fkey FOREIGN KEY (component_id) REFERENCES node(id),
  CONSTRAINT analysis_component_id_unit_id_key UNIQUE (component_id, unit_id),
  CONSTRAINT analysis_not_achieved_check CHECK ((not_achieved <> ''::text)),
  CONSTRAINT analysis_person_id_fkey FOREIGN KEY (person_id) REFERENCES app_user(id),
  CONSTRAINT analysis_pkey PRIMARY KEY (id),
  CONSTRAINT analysis_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  CONSTRAINT analysis_written_by_fkey FOREIGN KEY (written_by) REFERENCES app_user(id)
);

CREATE TABLE analysis_task (
  analysis_id uuid NOT NULL,
  task_id uuid NOT NULL,
  CONSTRAINT analysis_task_analysis_id_fkey FOREIGN KEY (analysis_id) REFERENCES analysis(id) ON DELETE CASCADE,
  CONSTRAINT analysis_task_pkey PRIMARY KEY (analysis_id, task_id),
  CONSTRAINT analysis_task_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id)
);

CREATE TABLE api_token (
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);

CREATE TABLE app_user (
  id uuid NOT NULL,
  username text,
  display_name text NOT NULL,
  email text,
  unit_id uuid NOT NULL,
  "position" text,
  is_head boolean NOT NULL DEFAULT false,
  locale text NOT NULL DEFAULT 'vi'::text,
  invented boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  password_hash text,
  version integer NOT NULL DEFAULT 1,
  search text,
  CONSTRAINT app_user_display_name_check CHECK ((display_name <> ''::text)),
  CONSTRAINT app_user_locale_check CHECK ((locale = ANY (ARRAY['vi'::text, 'en'::text]))),
  CONSTRAINT app_user_pkey PRIMARY KEY (id),
  CONSTRAINT app_user_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE calendar_year (
  year integer NOT NULL,
  version integer NOT NULL,
  effective_from date NOT NULL,
  provisional boolean NOT NULL,
  days jsonb NOT NULL,
  CONSTRAINT calendar_year_pkey PRIMARY KEY (year, version),
  CONSTRAINT calendar_year_version_check CHECK ((version > 0)),
  CONSTRAINT calendar_year_year_check CHECK (((year >= 1990) AND (year <= 2200)))
);

CREATE TABLE cancellation (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  reason text NOT NULL,
  document_number text,
  document_date date,
  issuer text,
  CONSTRAINT cancellation_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT cancellation_pkey PRIMARY KEY (id),
  CONSTRAINT cancellation_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE,
  CONSTRAINT cancellation_task_id_key UNIQUE (task_id)
);

CREATE TABLE component_value (
  id uuid NOT NULL,
  component_id uuid NOT NULL,
  value numeric(14,4) NOT NULL,
  reported_on date NOT NULL,
  entered_at timestamp with time zone NOT NULL,
  reported_by uuid,
  note text,
  CONSTRAINT component_value_component_id_fkey FOREIGN KEY (component_id) REFERENCES node(id),
  CONSTRAINT component_value_pkey PRIMARY KEY (id)
);

CREATE TABLE coordination_note (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  percent smallint NOT NULL,
  text text NOT NULL,
  CONSTRAINT coordination_note_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT coordination_note_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  CONSTRAINT coordination_note_pkey PRIMARY KEY (id),
  CONSTRAINT coordination_note_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE,
  CONSTRAINT coordination_note_text_check CHECK ((text <> ''::text)),
  CONSTRAINT coordination_note_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE deadline_feed (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  secret_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  read_on date,
  revoked_at timestamp with time zone,
  CONSTRAINT deadline_feed_name_check CHECK ((name <> ''::text)),
  CONSTRAINT deadline_feed_pkey PRIMARY KEY (id),
  CONSTRAINT deadline_feed_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT deadline_feed_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);

CREATE TABLE delivery (
  id uuid NOT NULL,
  notification_id uuid,
  channel text NOT NULL,
  address text NOT NULL,
  message_id text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  sent_to text,
  failed_at timestamp with time zone,
  failure_reason text,
  digest_id uuid,
  recipient_id uuid NOT NULL,
  webhook_id uuid,
  CONSTRAINT delivery_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'webhook'::text]))),
  CONSTRAINT delivery_check CHECK ((num_nonnulls(sent_at, failed_at) <= 1)),
  CONSTRAINT delivery_check1 CHECK ((num_nonnulls(notification_id, digest_id) = 1)),
  CONSTRAINT delivery_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES digest(id),
  CONSTRAINT delivery_digest_id_key UNIQUE (digest_id),
  CONSTRAINT delivery_message_id_key UNIQUE (message_id),
  CONSTRAINT delivery_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notification(id),
  CONSTRAINT delivery_once UNIQUE NULLS NOT DISTINCT (notification_id, digest_id, channel, webhook_id),
  CONSTRAINT delivery_pkey PRIMARY KEY (id),
  CONSTRAINT delivery_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES app_user(id),
  CONSTRAINT delivery_webhook CHECK (((channel = 'webhook'::text) = (webhook_id IS NOT NULL))),
  CONSTRAINT delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id)
);

CREATE TABLE delivery_attempt (
  delivery_id uuid NOT NULL,
  number integer NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  sent boolean,
  answer text,
  CONSTRAINT delivery_attempt_check CHECK (((ended_at IS NULL) = (sent IS NULL))),
  CONSTRAINT delivery_attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id) ON DELETE CASCADE,
  CONSTRAINT delivery_attempt_pkey PRIMARY KEY (delivery_id, number)
);

CREATE TABLE delivery_pause (
  outlet text NOT NULL,
  failures integer NOT NULL,
  since timestamp with time zone NOT NULL,
  until timestamp with time zone NOT NULL,
  reason text NOT NULL,
  CONSTRAINT delivery_pause_pkey PRIMARY KEY (outlet)
);

CREATE TABLE digest (
  id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  content jsonb NOT NULL,
  CONSTRAINT digest_kind_check CHECK ((kind = ANY (ARRAY['daily'::text, 'weekly'::text]))),
  CONSTRAINT digest_pkey PRIMARY KEY (id),
  CONSTRAINT digest_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES app_user(id),
  CONSTRAINT digest_recipient_id_kind_day_key UNIQUE (recipient_id, kind, day)
);

CREATE TABLE direction (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  text text NOT NULL,
  addressee_id uuid,
  document_number text,
  document_date date,
  answer_by date,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer text,
  CONSTRAINT direction_addressee_id_fkey FOREIGN KEY (addressee_id) REFERENCES app_user(id),
  CONSTRAINT direction_answer_whole CHECK (((answered_at IS NULL) = (answer IS NULL))),
  CONSTRAINT direction_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES app_user(id),
  CONSTRAINT direction_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT direction_pkey PRIMARY KEY (id),
  CONSTRAINT direction_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
);

CREATE TABLE duty (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  rhythm text NOT NULL,
  title_vi text NOT NULL,
  title_en text,
  deliverable_vi text,
  deliverable_en text,
  priority text NOT NULL DEFAULT 'normal'::text,
  field_code text,
  evidence_required boolean NOT NULL DEFAULT false,
  due_after_days integer NOT NULL,
  lead_days integer NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  created_by uuid,
  look_on date DEFAULT '-infinity'::date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT duty_check CHECK (((ends_on IS NULL) OR (starts_on <= ends_on))),
  CONSTRAINT duty_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id),
  CONSTRAINT duty_due_after_days_check CHECK (((due_after_days >= '-31'::integer) AND (due_after_days <= 366))),
  CONSTRAINT duty_lead_days_check CHECK (((lead_days >= 1) AND (lead_days <= 366))),
  CONSTRAINT duty_pkey PRIMARY KEY (id),
  CONSTRAINT duty_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  CONSTRAINT duty_priority_check CHECK ((priority = ANY (ARRAY['high'::text, 'normal'::text, 'low'::text]))),
  CONSTRAINT duty_rhythm_check CHECK ((rhythm = ANY (ARRAY['par_report'::text, 'monthly'::text, 'quarterly'::text, 'half_yearly'::text, 'yearly'::text]))),
  CONSTRAINT duty_title_vi_check CHECK ((title_vi <> ''::text))
);

CREATE TABLE duty_component (
  duty_id uuid NOT NULL,
  component_id uuid NOT NULL,
  CONSTRAINT duty_component_component_id_fkey FOREIGN KEY (component_id) REFERENCES node(id),
  CONSTRAINT duty_component_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE,
  CONSTRAINT duty_component_pkey PRIMARY KEY (duty_id, component_id)
);

CREATE TABLE duty_task (
  duty_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  task_id uuid NOT NULL,
  CONSTRAINT duty_task_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id),
  CONSTRAINT duty_task_pkey PRIMARY KEY (duty_id, unit_id, period_from, period_to),
  CONSTRAINT duty_task_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id),
  CONSTRAINT duty_task_task_id_key UNIQUE (task_id),
  CONSTRAINT duty_task_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE duty_unit (
  duty_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  responsible_id uuid,
  CONSTRAINT duty_unit_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES duty(id) ON DELETE CASCADE,
  CONSTRAINT duty_unit_pkey PRIMARY KEY (duty_id, unit_id),
  CONSTRAINT duty_unit_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES app_user(id),
  CONSTRAINT duty_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE edition (
  id uuid NOT NULL,
  index_code text NOT NULL,
  year integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  decision text,
  illustrative boolean NOT NULL DEFAULT false,
  label_vi text,
  label_en text,
  totals jsonb NOT NULL DEFAULT '{}'::jsonb,
  baseline_year integer,
  published_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT edition_index_code_fkey FOREIGN KEY (index_code) REFERENCES index(code),
  CONSTRAINT edition_index_code_year_key UNIQUE (index_code, year),
  CONSTRAINT edition_pkey PRIMARY KEY (id),
  CONSTRAINT edition_year_check CHECK (((year >= 1990) AND (year <= 2200)))
);

CREATE TABLE evidence (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  title text NOT NULL,
  document_number text,
  document_date date,
  issuer text,
  page text,
  file_hash text,
  file_name text,
  file_size integer,
  media_type text,
  CONSTRAINT evidence_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT evidence_check CHECK ((num_nonnulls(file_hash, file_name, file_size, media_type) = ANY (ARRAY[0, 4]))),
  CONSTRAINT evidence_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT evidence_file_size_check CHECK ((file_size > 0)),
  CONSTRAINT evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
);

CREATE TABLE extension (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  reason text NOT NULL,
  due_date_before date NOT NULL,
  requested_due_date date NOT NULL,
  decided_at timestamp with time zone,
  decided_by uuid,
  approved boolean,
  new_due_date date,
  decision_reason text,
  decision_document_number text,
  decision_document_date date,
  CONSTRAINT extension_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT extension_check CHECK (((approved IS NOT TRUE) OR (new_due_date IS NOT NULL))),
  CONSTRAINT extension_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES app_user(id),
  CONSTRAINT extension_pkey PRIMARY KEY (id),
  CONSTRAINT extension_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
);

CREATE TABLE idempotent_request (
  actor_id uuid NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  response json,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotent_request_pkey PRIMARY KEY (actor_id, key)
);

CREATE TABLE index (
  code text NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  unit text NOT NULL,
  "position" integer NOT NULL DEFAULT 0,
  CONSTRAINT index_code_check CHECK ((code ~ '^[A-Z][A-Z0-9_]{1,39}$'::text)),
  CONSTRAINT index_pkey PRIMARY KEY (code),
  CONSTRAINT index_unit_check CHECK ((unit = ANY (ARRAY['percent'::text, 'points'::text])))
);

CREATE TABLE job_freed (
  job text NOT NULL,
  times integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT job_freed_pkey PRIMARY KEY (job)
);

CREATE TABLE journal_chain (
  id smallint NOT NULL,
  length bigint NOT NULL,
  head bytea NOT NULL,
  CONSTRAINT journal_chain_pkey PRIMARY KEY (id)
);

CREATE TABLE journal_entry (
  id uuid NOT NULL,
  chain smallint NOT NULL,
  "position" bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  actor_id uuid,
  actor_name text NOT NULL,
  act text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  unit_id uuid,
  changes jsonb NOT NULL,
  note text,
  request_id text NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT journal_entry_chain_fkey FOREIGN KEY (chain) REFERENCES journal_chain(id),
  CONSTRAINT journal_entry_id_key UNIQUE (id),
  CONSTRAINT journal_entry_pkey PRIMARY KEY (chain, "position")
);

CREATE TABLE letter_allowance (
  recipient_id uuid NOT NULL,
  day date NOT NULL,
  used integer NOT NULL,
  CONSTRAINT letter_allowance_pkey PRIMARY KEY (recipient_id, day),
  CONSTRAINT letter_allowance_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES app_user(id)
);

CREATE TABLE letter_pace (
  second timestamp with time zone NOT NULL,
  used integer NOT NULL,
  CONSTRAINT letter_pace_pkey PRIMARY KEY (second)
);

CREATE TABLE node (
  id uuid NOT NULL,
  edition_id uuid NOT NULL,
  parent_id uuid,
  level text NOT NULL,
  code text NOT NULL,
  "position" integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  max_points numeric(9,4),
  method text,
  rule jsonb,
  source text,
  task_measure text,
  task_scope text,
  quantity jsonb,
  owner_unit_code text,
  baseline_score numeric(9,4),
  CONSTRAINT node_baseline_score_check CHECK ((baseline_score >= (0)::numeric)),
  CONSTRAINT node_edition_id_code_key UNIQUE (edition_id, code),
  CONSTRAINT node_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id) ON DELETE CASCADE,
  CONSTRAINT node_level_check CHECK ((level = ANY (ARRAY['field'::text, 'criterion'::text, 'component'::text]))),
  CONSTRAINT node_max_points_check CHECK ((max_points >= (0)::numeric)),
  CONSTRAINT node_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES node(id) ON DELETE CASCADE,
  CONSTRAINT node_pkey PRIMARY KEY (id),
  CONSTRAINT node_source_check CHECK ((source = ANY (ARRAY['linked_tasks'::text, 'reported_value'::text, 'survey'::text]))),
  CONSTRAINT node_task_measure_check CHECK ((task_measure = ANY (ARRAY['done'::text, 'done_on_time'::text]))),
  CONSTRAINT node_task_scope_check CHECK ((task_scope = ANY (ARRAY['linked'::text, 'plan'::text])))
);

CREATE TABLE notification (
  id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  reminder_id uuid,
  task_id uuid,
  kind text NOT NULL,
  title_vi text NOT NULL,
  title_en text NOT NULL,
  body_vi text NOT NULL,
  body_en text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  on_behalf_of uuid,
  mail text NOT NULL DEFAULT 'at_once'::text,
  shown_at timestamp with time zone NOT NULL,
  digest_id uuid,
  CONSTRAINT notification_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES digest(id),
  CONSTRAINT notification_mail_check CHECK ((mail = ANY (ARRAY['at_once'::text, 'digest'::text, 'none'::text]))),
  CONSTRAINT notification_on_behalf_of_fkey FOREIGN KEY (on_behalf_of) REFERENCES app_user(id),
  CONSTRAINT notification_pkey PRIMARY KEY (id),
  CONSTRAINT notification_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES app_user(id),
  CONSTRAINT notification_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES reminder(id),
  CONSTRAINT notification_reminder_id_key UNIQUE (reminder_id),
  CONSTRAINT notification_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id)
);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  delivered_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamp with time zone NOT NULL DEFAULT now(),
  error text,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);

CREATE TABLE plan (
  id uuid NOT NULL,
  code text NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  number text,
  symbol text,
  issued_on date NOT NULL,
  issuer_unit_id uuid NOT NULL,
  title_vi text NOT NULL,
  title_en text,
  edition_id uuid,
  illustrative boolean NOT NULL DEFAULT false,
  closed_on date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT plan_code_key UNIQUE (code),
  CONSTRAINT plan_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  CONSTRAINT plan_issuer_unit_id_fkey FOREIGN KEY (issuer_unit_id) REFERENCES unit(id),
  CONSTRAINT plan_kind_check CHECK ((kind = ANY (ARRAY['annual_plan'::text, 'directive'::text, 'conclusion_notice'::text, 'other'::text]))),
  CONSTRAINT plan_pkey PRIMARY KEY (id)
);

CREATE TABLE progress_update (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  percent smallint NOT NULL,
  done text,
  obstacle text,
  CONSTRAINT progress_update_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT progress_update_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  CONSTRAINT progress_update_pkey PRIMARY KEY (id),
  CONSTRAINT progress_update_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
);

CREATE TABLE published_change (
  id uuid NOT NULL,
  index_code text NOT NULL,
  node_code text,
  subject_name text NOT NULL,
  subject_code text,
  from_year integer NOT NULL,
  to_year integer NOT NULL,
  score_change numeric(9,4),
  rank_change integer,
  provenance jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT published_change_index_code_fkey FOREIGN KEY (index_code) REFERENCES index(code),
  CONSTRAINT published_change_pkey PRIMARY KEY (id)
);

CREATE TABLE reminder (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  revision integer NOT NULL,
  recipient_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  fire_on date NOT NULL,
  fire_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  told_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure_reason text,
  void_at timestamp with time zone,
  void_reason text,
  CONSTRAINT reminder_check CHECK ((num_nonnulls(told_at, failed_at) <= 1)),
  CONSTRAINT reminder_check1 CHECK (((failed_at IS NULL) = (failure_reason IS NULL))),
  CONSTRAINT reminder_check2 CHECK (((void_at IS NULL) OR (num_nonnulls(told_at, failed_at) = 0))),
  CONSTRAINT reminder_check3 CHECK (((void_at IS NULL) = (void_reason IS NULL))),
  CONSTRAINT reminder_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES app_user(id),
  CONSTRAINT reminder_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES reminder_rule(id),
  CONSTRAINT reminder_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id),
  CONSTRAINT reminder_task_id_rule_id_revision_recipient_id_subject_id_key UNIQUE (task_id, rule_id, revision, recipient_id, subject_id)
);

CREATE TABLE reminder_reconcile (
  one_row boolean NOT NULL DEFAULT true,
  asked integer NOT NULL DEFAULT 1,
  done integer NOT NULL DEFAULT 0,
  begun_at timestamp with time zone,
  derived_through date,
  working_until timestamp with time zone,
  CONSTRAINT reminder_reconcile_one_row_check CHECK (one_row),
  CONSTRAINT reminder_reconcile_pkey PRIMARY KEY (one_row)
);

CREATE TABLE reminder_rule (
  id uuid NOT NULL,
  code text NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  offset_working_days integer,
  recipient text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  weeks integer,
  own boolean NOT NULL DEFAULT false,
  CONSTRAINT reminder_rule_code_key UNIQUE (code),
  CONSTRAINT reminder_rule_days CHECK (((kind = ANY (ARRAY['deadline'::text, 'acceptance_waits'::text, 'decision_waits'::text])) = (offset_working_days IS NOT NULL))),
  CONSTRAINT reminder_rule_kind_check CHECK ((kind = ANY (ARRAY['deadline'::text, 'assigned'::text, 'submitted'::text, 'returned'::text, 'extension_requested'::text, 'extension_decided'::text, 'direction_given'::text, 'direction_answered'::text, 'mentioned'::text, 'no_progress'::text, 'acceptance_waits'::text, 'decision_waits'::text]))),
  CONSTRAINT reminder_rule_offset_working_days_check CHECK (((offset_working_days >= '-60'::integer) AND (offset_working_days <= 60))),
  CONSTRAINT reminder_rule_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_rule_recipient_check CHECK ((recipient = ANY (ARRAY['responsible'::text, 'head'::text, 'committee'::text, 'leader'::text, 'assigner'::text, 'addressee'::text, 'giver'::text, 'mentioned'::text]))),
  CONSTRAINT reminder_rule_waits CHECK (((kind = 'deadline'::text) OR (offset_working_days > 0))),
  CONSTRAINT reminder_rule_weeks CHECK (((kind = 'no_progress'::text) = (weeks IS NOT NULL))),
  CONSTRAINT reminder_rule_weeks_check CHECK (((weeks >= 1) AND (weeks <= 52)))
);

CREATE TABLE reminder_rule_exception (
  id uuid NOT NULL,
  rule_id uuid NOT NULL,
  plan_id uuid,
  priority text,
  active boolean,
  offset_working_days integer,
  weeks integer,
  recipient text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT reminder_rule_exception_check CHECK ((num_nonnulls(plan_id, priority) > 0)),
  CONSTRAINT reminder_rule_exception_check1 CHECK ((num_nonnulls(active, offset_working_days, weeks, recipient) > 0)),
  CONSTRAINT reminder_rule_exception_offset_working_days_check CHECK (((offset_working_days >= '-60'::integer) AND (offset_working_days <= 60))),
  CONSTRAINT reminder_rule_exception_pkey PRIMARY KEY (id),
  CONSTRAINT reminder_rule_exception_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  CONSTRAINT reminder_rule_exception_priority_check CHECK ((priority = ANY (ARRAY['high'::text, 'normal'::text, 'low'::text]))),
  CONSTRAINT reminder_rule_exception_recipient_check CHECK ((recipient = ANY (ARRAY['responsible'::text, 'head'::text, 'committee'::text, 'leader'::text, 'assigner'::text, 'addressee'::text, 'giver'::text, 'mentioned'::text]))),
  CONSTRAINT reminder_rule_exception_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES reminder_rule(id) ON DELETE CASCADE,
  CONSTRAINT reminder_rule_exception_rule_id_plan_id_priority_key UNIQUE NULLS NOT DISTINCT (rule_id, plan_id, priority),
  CONSTRAINT reminder_rule_exception_weeks_check CHECK (((weeks >= 1) AND (weeks <= 52)))
);

CREATE TABLE result (
  id uuid NOT NULL,
  index_code text NOT NULL,
  year integer NOT NULL,
  node_code text,
  subject_name text NOT NULL,
  subject_kind text NOT NULL,
  subject_code text,
  score numeric(9,4),
  unit_of_measure text NOT NULL,
  rank integer,
  ranked_of integer,
  note text,
  provenance jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT result_check CHECK (((rank IS NULL) OR (ranked_of IS NULL) OR (rank <= ranked_of))),
  CONSTRAINT result_index_code_fkey FOREIGN KEY (index_code) REFERENCES index(code),
  CONSTRAINT result_pkey PRIMARY KEY (id),
  CONSTRAINT result_rank_check CHECK ((rank > 0)),
  CONSTRAINT result_ranked_of_check CHECK ((ranked_of > 0)),
  CONSTRAINT result_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['province'::text, 'department'::text, 'district'::text, 'commune'::text, 'aggregate'::text])))
);

CREATE TABLE review_item (
  session_id uuid NOT NULL,
  "position" integer NOT NULL,
  task_id uuid NOT NULL,
  due_date date NOT NULL,
  days_late integer NOT NULL,
  working_days_late integer,
  points_at_stake numeric,
  decision text,
  text text,
  answer_by date,
  new_due_date date,
  new_responsible_id uuid,
  outcome text,
  refusal_vi text,
  refusal_en text,
  CONSTRAINT review_item_check CHECK (((decision IS NOT NULL) OR (num_nonnulls(text, answer_by, new_due_date, new_responsible_id) = 0))),
  CONSTRAINT review_item_check1 CHECK ((((outcome = 'refused'::text) = (refusal_vi IS NOT NULL)) OR (outcome IS NULL))),
  CONSTRAINT review_item_decision_check CHECK ((decision = ANY (ARRAY['urge'::text, 'extend'::text, 'reassign'::text, 'accept_explanation'::text]))),
  CONSTRAINT review_item_new_responsible_id_fkey FOREIGN KEY (new_responsible_id) REFERENCES app_user(id),
  CONSTRAINT review_item_outcome_check CHECK ((outcome = ANY (ARRAY['directed'::text, 'extended'::text, 'reassigned'::text, 'noted'::text, 'refused'::text]))),
  CONSTRAINT review_item_pkey PRIMARY KEY (session_id, task_id),
  CONSTRAINT review_item_session_id_fkey FOREIGN KEY (session_id) REFERENCES review_session(id) ON DELETE CASCADE,
  CONSTRAINT review_item_session_id_position_key UNIQUE (session_id, "position"),
  CONSTRAINT review_item_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id)
);

CREATE TABLE review_session (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  plan_id uuid,
  held_on date NOT NULL,
  opened_by uuid,
  opened_at timestamp with time zone NOT NULL,
  concluded_by uuid,
  concluded_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT review_session_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES app_user(id),
  CONSTRAINT review_session_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES app_user(id),
  CONSTRAINT review_session_pkey PRIMARY KEY (id),
  CONSTRAINT review_session_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  CONSTRAINT review_session_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE role_grant (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  unit_id uuid NOT NULL,
  CONSTRAINT role_grant_pkey PRIMARY KEY (id),
  CONSTRAINT role_grant_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'committee'::text, 'leader'::text, 'officer'::text, 'auditor'::text]))),
  CONSTRAINT role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  CONSTRAINT role_grant_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
  CONSTRAINT role_grant_user_id_role_unit_id_key UNIQUE (user_id, role, unit_id)
);

CREATE TABLE saved_view (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT saved_view_name_check CHECK ((name <> ''::text)),
  CONSTRAINT saved_view_pkey PRIMARY KEY (id),
  CONSTRAINT saved_view_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
  CONSTRAINT saved_view_user_id_name_key UNIQUE (user_id, name)
);

CREATE TABLE session (
  token_hash bytea NOT NULL,
  user_id uuid NOT NULL,
  csrf_token text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);

CREATE TABLE sign_in_failure (
  username_hash bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT sign_in_failure_pkey PRIMARY KEY (username_hash)
);

CREATE TABLE submission (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  note text,
  document_number text,
  document_date date,
  counts_on date NOT NULL,
  decided_at timestamp with time zone,
  decided_by uuid,
  accepted boolean,
  reason text,
  CONSTRAINT submission_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT submission_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES app_user(id),
  CONSTRAINT submission_pkey PRIMARY KEY (id),
  CONSTRAINT submission_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
);

CREATE TABLE task (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  parent_id uuid,
  code text NOT NULL,
  title_vi text NOT NULL,
  title_en text,
  deliverable_vi text,
  deliverable_en text,
  priority text NOT NULL DEFAULT 'normal'::text,
  field_code text,
  source_number text,
  source_date date,
  lead_unit_id uuid NOT NULL,
  responsible_id uuid,
  state text NOT NULL,
  due_text text,
  due_date date,
  original_due_date date,
  deadline_revision integer NOT NULL DEFAULT 1,
  percent smallint NOT NULL DEFAULT 0,
  assigned_on date,
  assigned_by uuid,
  submitted_on date,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamp with time zone NOT NULL,
  search text,
  evidence_required boolean NOT NULL DEFAULT false,
  handed_down boolean NOT NULL DEFAULT false,
  CONSTRAINT task_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES app_user(id),
  CONSTRAINT task_check CHECK (((due_date IS NULL) = (original_due_date IS NULL))),
  CONSTRAINT task_check1 CHECK (((state <> ALL (ARRAY['submitted'::text, 'accepted'::text])) OR (submitted_on IS NOT NULL))),
  CONSTRAINT task_handed_down_has_parent CHECK (((NOT handed_down) OR (parent_id IS NOT NULL))),
  CONSTRAINT task_lead_unit_id_fkey FOREIGN KEY (lead_unit_id) REFERENCES unit(id),
  CONSTRAINT task_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES task(id),
  CONSTRAINT task_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  CONSTRAINT task_pkey PRIMARY KEY (id),
  CONSTRAINT task_plan_id_code_key UNIQUE (plan_id, code),
  CONSTRAINT task_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  CONSTRAINT task_priority_check CHECK ((priority = ANY (ARRAY['high'::text, 'normal'::text, 'low'::text]))),
  CONSTRAINT task_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES app_user(id),
  CONSTRAINT task_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'assigned'::text, 'in_progress'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'cancelled'::text]))),
  CONSTRAINT task_title_vi_check CHECK ((title_vi <> ''::text))
);

CREATE TABLE task_comment (
  id uuid NOT NULL,
  task_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  by_user_id uuid,
  text text NOT NULL,
  CONSTRAINT task_comment_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES app_user(id),
  CONSTRAINT task_comment_pkey PRIMARY KEY (id),
  CONSTRAINT task_comment_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE,
  CONSTRAINT task_comment_text_check CHECK ((text <> ''::text))
);

CREATE TABLE task_comment_mention (
  comment_id uuid NOT NULL,
  user_id uuid NOT NULL,
  CONSTRAINT task_comment_mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES task_comment(id) ON DELETE CASCADE,
  CONSTRAINT task_comment_mention_pkey PRIMARY KEY (comment_id, user_id),
  CONSTRAINT task_comment_mention_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id)
);

CREATE TABLE task_component (
  task_id uuid NOT NULL,
  component_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity'::date,
  CONSTRAINT task_component_component_id_fkey FOREIGN KEY (component_id) REFERENCES node(id),
  CONSTRAINT task_component_pkey PRIMARY KEY (task_id, component_id, valid_from),
  CONSTRAINT task_component_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
);

CREATE TABLE task_coordinator (
  task_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  CONSTRAINT task_coordinator_pkey PRIMARY KEY (task_id, unit_id),
  CONSTRAINT task_coordinator_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE,
  CONSTRAINT task_coordinator_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE TABLE task_period (
  task_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity'::date,
  plan_id uuid NOT NULL,
  lead_unit_id uuid NOT NULL,
  responsible_id uuid,
  state text NOT NULL,
  due_date date,
  original_due_date date,
  submitted_on date,
  CONSTRAINT task_period_check CHECK ((valid_from < valid_to)),
  CONSTRAINT task_period_pkey PRIMARY KEY (task_id, valid_from),
  CONSTRAINT task_period_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id) ON DELETE CASCADE
);

CREATE TABLE task_scope (
  unit_id uuid NOT NULL,
  due_key date NOT NULL,
  task_id uuid NOT NULL,
  CONSTRAINT task_scope_pkey PRIMARY KEY (unit_id, due_key, task_id)
);

CREATE TABLE telling_preference (
  user_id uuid NOT NULL,
  digest_hour smallint NOT NULL DEFAULT 8,
  quiet_from smallint,
  quiet_to smallint,
  letters jsonb NOT NULL DEFAULT '{}'::jsonb,
  webhook boolean NOT NULL DEFAULT true,
  absent_from date,
  absent_to date,
  deputy_id uuid,
  version integer NOT NULL DEFAULT 1,
  weekly_review boolean NOT NULL DEFAULT true,
  CONSTRAINT telling_preference_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL))),
  CONSTRAINT telling_preference_check1 CHECK ((quiet_from <> quiet_to)),
  CONSTRAINT telling_preference_check2 CHECK (((num_nonnulls(absent_from, absent_to) = ANY (ARRAY[0, 2])) AND (absent_from <= absent_to))),
  CONSTRAINT telling_preference_check3 CHECK (((deputy_id IS NULL) OR (absent_from IS NOT NULL))),
  CONSTRAINT telling_preference_check4 CHECK ((deputy_id <> user_id)),
  CONSTRAINT telling_preference_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES app_user(id),
  CONSTRAINT telling_preference_digest_hour_check CHECK (((digest_hour >= 5) AND (digest_hour <= 21))),
  CONSTRAINT telling_preference_letters_check CHECK ((jsonb_typeof(letters) = 'object'::text)),
  CONSTRAINT telling_preference_pkey PRIMARY KEY (user_id),
  CONSTRAINT telling_preference_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 23))),
  CONSTRAINT telling_preference_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 23))),
  CONSTRAINT telling_preference_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id)
);

CREATE TABLE timetable_run (
  name text NOT NULL,
  last_run_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  asked_since timestamp with time zone NOT NULL DEFAULT now(),
  period_seconds integer NOT NULL DEFAULT 86400,
  CONSTRAINT timetable_run_pkey PRIMARY KEY (name)
);

CREATE TABLE unit (
  id uuid NOT NULL,
  code text NOT NULL,
  gso_code text,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  level text NOT NULL,
  subtype text,
  parent_id uuid,
  valid_from date,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  search text,
  CONSTRAINT unit_check CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from <= valid_to))),
  CONSTRAINT unit_code_check CHECK ((code <> ''::text)),
  CONSTRAINT unit_code_once_at_a_time EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  CONSTRAINT unit_level_check CHECK ((level = ANY (ARRAY['province'::text, 'department'::text, 'office'::text, 'body'::text, 'district'::text, 'commune'::text]))),
  CONSTRAINT unit_name_en_check CHECK ((name_en <> ''::text)),
  CONSTRAINT unit_name_vi_check CHECK ((name_vi <> ''::text)),
  CONSTRAINT unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  CONSTRAINT unit_pkey PRIMARY KEY (id)
);

CREATE TABLE unit_ancestor (
  unit_id uuid NOT NULL,
  ancestor_id uuid NOT NULL,
  depth smallint NOT NULL,
  CONSTRAINT unit_ancestor_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES unit(id) ON DELETE CASCADE,
  CONSTRAINT unit_ancestor_pkey PRIMARY KEY (ancestor_id, unit_id),
  CONSTRAINT unit_ancestor_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE
);

CREATE TABLE unit_group (
  keyword text NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  level text NOT NULL,
  CONSTRAINT unit_group_pkey PRIMARY KEY (keyword)
);

CREATE TABLE unit_succession (
  id uuid NOT NULL,
  effective_on date NOT NULL,
  kind text NOT NULL,
  decision text,
  note text,
  from_unit_id uuid,
  to_unit_id uuid,
  partial boolean NOT NULL DEFAULT false,
  CONSTRAINT unit_succession_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id),
  CONSTRAINT unit_succession_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'abolish'::text, 'create'::text, 'rename'::text]))),
  CONSTRAINT unit_succession_pkey PRIMARY KEY (id),
  CONSTRAINT unit_succession_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
);

CREATE TABLE webhook (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  kinds text[] NOT NULL DEFAULT '{}'::text[],
  active boolean NOT NULL DEFAULT true,
  secret_revision integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT webhook_name_check CHECK ((name <> ''::text)),
  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

CREATE INDEX alarm_order ON public.alarm USING btree (begun_at, id);
CREATE INDEX analysis_task_task ON public.analysis_task USING btree (task_id);
CREATE INDEX analysis_unit ON public.analysis USING btree (unit_id, id);
CREATE INDEX api_token_user ON public.api_token USING btree (user_id);
CREATE INDEX app_user_name ON public.app_user USING btree (display_name COLLATE vietnamese, id);
CREATE INDEX app_user_search ON public.app_user USING gin (search gin_trgm_ops);
CREATE INDEX app_user_unit ON public.app_user USING btree (unit_id);
CREATE INDEX component_value_latest ON public.component_value USING btree (component_id, reported_on DESC, id DESC);
CREATE INDEX coordination_note_task ON public.coordination_note USING btree (task_id, unit_id, id);
CREATE INDEX deadline_feed_user ON public.deadline_feed USING btree (user_id, id);
CREATE INDEX delivery_attempt_failed ON public.delivery_attempt USING btree (ended_at) WHERE (NOT sent);
CREATE INDEX delivery_failed ON public.delivery USING btree (failed_at) WHERE (failed_at IS NOT NULL);
CREATE INDEX delivery_recipient ON public.delivery USING btree (recipient_id, id);
CREATE INDEX delivery_told ON public.delivery USING btree (webhook_id, id) WHERE (webhook_id IS NOT NULL);
CREATE INDEX delivery_waiting ON public.delivery USING btree (channel, next_attempt_at, id) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
CREATE INDEX delivery_waiting_for ON public.delivery USING btree (webhook_id, next_attempt_at, id) WHERE ((sent_at IS NULL) AND (failed_at IS NULL) AND (webhook_id IS NOT NULL));
CREATE INDEX digest_created ON public.digest USING btree (created_at);
CREATE INDEX direction_addressee ON public.direction USING btree (addressee_id, id);
CREATE INDEX direction_answer_by ON public.direction USING btree (COALESCE(answer_by, 'infinity'::date), id) WHERE (answered_at IS NULL);
CREATE INDEX direction_giver ON public.direction USING btree (by_user_id, id);
CREATE INDEX direction_task ON public.direction USING btree (task_id, id);
CREATE INDEX duty_look ON public.duty USING btree (look_on, id);
CREATE INDEX duty_plan ON public.duty USING btree (plan_id, id);
CREATE INDEX evidence_file ON public.evidence USING btree (file_hash) WHERE (file_hash IS NOT NULL);
CREATE INDEX evidence_task ON public.evidence USING btree (task_id, id);
CREATE INDEX extension_task ON public.extension USING btree (task_id, id);
CREATE INDEX extension_waits ON public.extension USING btree (local_day(at), task_id) WHERE (decided_at IS NULL);
CREATE INDEX idempotent_request_age ON public.idempotent_request USING btree (created_at);
CREATE INDEX journal_entry_newest ON public.journal_entry USING btree (at DESC, id DESC);
CREATE INDEX journal_entry_subject ON public.journal_entry USING btree (subject_type, subject_id, id);
CREATE INDEX journal_entry_unit ON public.journal_entry USING btree (unit_id, id);
CREATE INDEX node_parent ON public.node USING btree (parent_id);
CREATE INDEX notification_digest ON public.notification USING btree (digest_id) WHERE (digest_id IS NOT NULL);
CREATE INDEX notification_inbox ON public.notification USING btree (recipient_id, shown_at DESC, id DESC);
CREATE INDEX notification_on_behalf ON public.notification USING btree (on_behalf_of) WHERE (on_behalf_of IS NOT NULL);
CREATE INDEX notification_undigested ON public.notification USING btree (recipient_id) WHERE ((mail = 'digest'::text) AND (digest_id IS NULL));
CREATE INDEX notification_unread ON public.notification USING btree (recipient_id, shown_at) WHERE (read_at IS NULL);
CREATE INDEX outbox_waiting ON public.outbox USING btree (id) WHERE (delivered_at IS NULL);
CREATE INDEX progress_update_day ON public.progress_update USING btree (local_day(at), task_id);
CREATE INDEX progress_update_task ON public.progress_update USING btree (task_id, id);
CREATE INDEX reminder_due ON public.reminder USING btree (fire_at, id) WHERE ((told_at IS NULL) AND (failed_at IS NULL) AND (void_at IS NULL));
CREATE INDEX reminder_failed ON public.reminder USING btree (failed_at) WHERE (failed_at IS NOT NULL);
CREATE INDEX reminder_handed_on ON public.reminder USING btree (void_at) WHERE (void_reason = 'recipient_changed'::text);
CREATE INDEX reminder_order ON public.reminder USING btree (fire_at, id);
CREATE INDEX reminder_recipient ON public.reminder USING btree (recipient_id, fire_at);
CREATE INDEX reminder_rule_exception_plan ON public.reminder_rule_exception USING btree (plan_id);
CREATE INDEX reminder_told ON public.reminder USING btree (told_at) WHERE (told_at IS NOT NULL);
CREATE INDEX review_item_task ON public.review_item USING btree (task_id);
CREATE INDEX review_session_unit ON public.review_session USING btree (unit_id, id);
CREATE INDEX role_grant_unit ON public.role_grant USING btree (unit_id, role);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_of_user ON public.session USING btree (user_id);
CREATE INDEX sign_in_failure_age ON public.sign_in_failure USING btree (last_at);
CREATE INDEX submission_returned_day ON public.submission USING btree (local_day(decided_at), task_id) WHERE (accepted = false);
CREATE INDEX submission_task ON public.submission USING btree (task_id, id);
CREATE INDEX submission_waits ON public.submission USING btree (local_day(at), task_id) WHERE (decided_at IS NULL);
CREATE INDEX task_assigned_by ON public.task USING btree (assigned_by) WHERE (assigned_by IS NOT NULL);
CREATE INDEX task_assigned_day ON public.task USING btree (assigned_on, id) WHERE (state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'returned'::text]));
CREATE INDEX task_by_code ON public.task USING btree (code, id);
CREATE INDEX task_by_title ON public.task USING btree ("left"(title_vi, 150) COLLATE vietnamese, id);
CREATE INDEX task_comment_mention_user ON public.task_comment_mention USING btree (user_id);
CREATE INDEX task_comment_task ON public.task_comment USING btree (task_id, at, id);
CREATE INDEX task_component_component ON public.task_component USING btree (component_id, task_id);
CREATE INDEX task_coordinator_unit ON public.task_coordinator USING btree (unit_id);
CREATE INDEX task_done_late ON public.task USING btree (COALESCE(due_date, 'infinity'::date), id) WHERE ((state = 'accepted'::text) AND (submitted_on > due_date));
CREATE INDEX task_handed_down ON public.task USING btree (COALESCE(due_date, 'infinity'::date), id) WHERE handed_down;
CREATE INDEX task_lead_due ON public.task USING btree (lead_unit_id, due_date, id);
CREATE INDEX task_of_plan ON public.task USING btree (plan_id, COALESCE(due_date, 'infinity'::date), id);
CREATE INDEX task_open ON public.task USING btree (COALESCE(due_date, 'infinity'::date), id) WHERE (state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'submitted'::text, 'returned'::text]));
CREATE INDEX task_open_due ON public.task USING btree (due_date) WHERE (state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'submitted'::text, 'returned'::text]));
CREATE INDEX task_parent ON public.task USING btree (parent_id);
CREATE INDEX task_period_span ON public.task_period USING btree (plan_id, valid_from, valid_to);
CREATE INDEX task_period_unit ON public.task_period USING btree (lead_unit_id, valid_to);
CREATE INDEX task_rare_state ON public.task USING btree (state, COALESCE(due_date, 'infinity'::date), id) WHERE (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'cancelled'::text]));
CREATE INDEX task_responsible ON public.task USING btree (responsible_id);
CREATE INDEX task_search ON public.task USING gin (search gin_trgm_ops);
CREATE INDEX unit_ancestor_unit ON public.unit_ancestor USING btree (unit_id, ancestor_id);
CREATE INDEX unit_parent ON public.unit USING btree (parent_id);
CREATE INDEX unit_search ON public.unit USING gin (search gin_trgm_ops);
CREATE INDEX unit_succession_from ON public.unit_succession USING btree (from_unit_id);
CREATE INDEX unit_succession_to ON public.unit_succession USING btree (to_unit_id);
CREATE UNIQUE INDEX alarm_open ON public.alarm USING btree (kind) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX app_user_username ON public.app_user USING btree (lower(username));
CREATE UNIQUE INDEX extension_undecided ON public.extension USING btree (task_id) WHERE (decided_at IS NULL);
CREATE UNIQUE INDEX published_change_once ON public.published_change USING btree (index_code, from_year, to_year, COALESCE(node_code, ''::text), subject_name);
CREATE UNIQUE INDEX result_once ON public.result USING btree (index_code, year, COALESCE(node_code, ''::text), subject_name);
CREATE UNIQUE INDEX submission_undecided ON public.submission USING btree (task_id) WHERE (decided_at IS NULL);
CREATE UNIQUE INDEX task_component_once ON public.task_component USING btree (task_id, component_id) WHERE (valid_to = 'infinity'::date);

CREATE TRIGGER app_user_keep_search BEFORE INSERT OR UPDATE ON public.app_user FOR EACH ROW EXECUTE FUNCTION app_user_keep_search();
CREATE TRIGGER edition_frozen BEFORE DELETE OR UPDATE ON public.edition FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION edition_refuse_frozen();
CREATE TRIGGER journal_append BEFORE INSERT ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION journal_append();
CREATE TRIGGER journal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_begin BEFORE INSERT ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_begin();
CREATE TRIGGER journal_end AFTER INSERT ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION journal_end();
CREATE TRIGGER node_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.node FOR EACH ROW EXECUTE FUNCTION node_refuse_frozen();
CREATE TRIGGER notification_heard AFTER INSERT OR UPDATE OF read_at, shown_at ON public.notification FOR EACH STATEMENT EXECUTE FUNCTION notification_heard();
CREATE TRIGGER task_changed_period AFTER UPDATE ON public.task FOR EACH ROW WHEN ((((((((old.plan_id IS DISTINCT FROM new.plan_id) OR (old.lead_unit_id IS DISTINCT FROM new.lead_unit_id)) OR (old.responsible_id IS DISTINCT FROM new.responsible_id)) OR (old.state IS DISTINCT FROM new.state)) OR (old.due_date IS DISTINCT FROM new.due_date)) OR (old.original_due_date IS DISTINCT FROM new.original_due_date)) OR (old.submitted_on IS DISTINCT FROM new.submitted_on))) EXECUTE FUNCTION task_keep_period();
CREATE TRIGGER task_keep_search BEFORE INSERT OR UPDATE OF code, title_vi, title_en, deliverable_vi, source_number ON public.task FOR EACH ROW EXECUTE FUNCTION task_keep_search();
CREATE TRIGGER task_new_period AFTER INSERT ON public.task FOR EACH ROW EXECUTE FUNCTION task_keep_period();
CREATE TRIGGER task_scope_before_move BEFORE UPDATE OF parent_id ON public.unit FOR EACH ROW WHEN ((old.parent_id IS DISTINCT FROM new.parent_id)) EXECUTE FUNCTION task_scope_before_move();
CREATE TRIGGER task_scope_joins AFTER INSERT ON public.unit_ancestor REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION task_scope_joins();
CREATE TRIGGER task_scope_leaves AFTER DELETE ON public.unit_ancestor REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION task_scope_leaves();
CREATE TRIGGER task_scope_of_changed AFTER UPDATE OF lead_unit_id, due_date ON public.task FOR EACH ROW WHEN (((old.lead_unit_id IS DISTINCT FROM new.lead_unit_id) OR (old.due_date IS DISTINCT FROM new.due_date))) EXECUTE FUNCTION task_scope_of_changed();
CREATE TRIGGER task_scope_of_new AFTER INSERT ON public.task REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION task_scope_of_new();
CREATE TRIGGER task_scope_of_removed AFTER DELETE ON public.task FOR EACH ROW EXECUTE FUNCTION task_scope_of_changed();
CREATE TRIGGER tell_signed_in AFTER DELETE OR UPDATE ON public.api_token FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER DELETE OR UPDATE ON public.app_user FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER DELETE OR UPDATE ON public.session FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER INSERT OR DELETE OR UPDATE ON public.role_grant FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER tell_signed_in AFTER INSERT OR DELETE OR UPDATE ON public.unit_ancestor FOR EACH STATEMENT EXECUTE FUNCTION tell_signed_in();
CREATE TRIGGER unit_keep_search BEFORE INSERT OR UPDATE ON public.unit FOR EACH ROW EXECUTE FUNCTION unit_keep_search();
CREATE TRIGGER unit_moved_ancestors AFTER UPDATE OF parent_id ON public.unit FOR EACH ROW WHEN ((old.parent_id IS DISTINCT FROM new.parent_id)) EXECUTE FUNCTION unit_keep_ancestors();
CREATE TRIGGER unit_new_ancestors AFTER INSERT ON public.unit FOR EACH ROW EXECUTE FUNCTION unit_keep_ancestors();
