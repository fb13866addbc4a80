-- The foundation: who may see what, the log of actions, and the facts.
-- Run by role throughline_owner. The application's role owns nothing and is bound by row-level security on every table.
-- The rights of each role stand in src/domain/people/roles.ts; the copy below is held to it by a test.

create schema app;

-- ---------------------------------------------------------------- who is asking

create table app.context_key (
	only_one boolean primary key default true check (only_one),
	key text not null
);
-- Two random UUIDs: 244 bits that never leave the server and its database.
insert into app.context_key (key) values (gen_random_uuid()::text || gen_random_uuid()::text);

-- The person on whose behalf this transaction runs. The server sets throughline.context to "person.seal"; the seal is
-- worked out with a key that the application's role cannot read, so SQL alone cannot pass for somebody else.
create function app.person_id() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
	context text := current_setting('throughline.context', true);
	person text := split_part(context, '.', 1);
	secret text;
begin
	if context is null or context = '' then return null; end if;
	select key into secret from app.context_key;
	if split_part(context, '.', 2) <> encode(sha256(convert_to(secret || encode(sha256(convert_to(secret || person, 'UTF8')), 'hex'), 'UTF8')), 'hex') then
		raise exception 'The sealed context of this transaction is not valid.' using errcode = '42501';
	end if;
	return person::uuid;
end $$;

create function app.is_installation() returns boolean
language sql stable security definer set search_path = '' as
$$ select app.person_id() = '00000000-0000-4000-8000-000000000001' $$;

-- The one row says that this database holds the practice state. An installation that holds anything else is never one.
create table app.practice_state (
	only_one boolean primary key default true check (only_one),
	started_at timestamptz not null,
	finished_at timestamptz
);
alter table app.practice_state enable row level security;

-- ---------------------------------------------------------------- the log of actions

create table app.action (
	seq bigint generated always as identity primary key,
	subject uuid not null,
	position integer not null check (position >= 1),
	kind text not null,
	verb text not null check (verb in ('add', 'change', 'remove', 'restore')),
	root uuid not null,
	jurisdiction_id uuid not null,
	actor uuid not null,
	at timestamptz not null,
	body text not null,
	hash text not null,
	unique (subject, position)
);
create index action_root on app.action (root, seq);
create index action_at on app.action (at);
create index action_jurisdiction on app.action (jurisdiction_id, seq);

-- The columns are read from the body, so they can never say otherwise. The chain is checked here, not only in the program.
create function app.action_before_insert() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	body jsonb := new.body::jsonb;
	last_hash text;
	last_position integer;
begin
	new.subject := (body ->> 'subject')::uuid;
	new.position := (body ->> 'position')::integer;
	new.kind := body ->> 'kind';
	new.verb := body ->> 'verb';
	new.root := (body ->> 'root')::uuid;
	new.jurisdiction_id := (body ->> 'jurisdiction')::uuid;
	new.actor := (body ->> 'actor')::uuid;
	new.at := (body ->> 'at')::timestamptz;
	new.hash := encode(sha256(convert_to(new.body, 'UTF8')), 'hex');
	if new.actor is distinct from app.person_id() then
		raise exception 'An action can only be written by the person who does it.' using errcode = '42501';
	end if;
	select a.hash, a.position into last_hash, last_position
		from app.action a where a.subject = new.subject order by a.position desc limit 1;
	if new.position <> coalesce(last_position, 0) + 1 then
		raise exception 'Stale: this fact is at version %, the save names version %.', coalesce(last_position, 0), new.position - 1
			using errcode = '40001';
	end if;
	if body ->> 'previous' <> coalesce(last_hash, repeat('0', 64)) then
		raise exception 'The action does not follow from the last one of its chain.' using errcode = '23514';
	end if;
	return new;
end $$;
create trigger action_before_insert before insert on app.action
	for each row execute function app.action_before_insert();

create function app.refuse_change() returns trigger
language plpgsql as $$
begin
	raise exception 'The table % only grows: rows are never changed or deleted.', tg_table_name using errcode = '42501';
end $$;
create trigger action_never_changes before update or delete on app.action
	for each row execute function app.refuse_change();
create trigger action_never_emptied before truncate on app.action
	for each statement execute function app.refuse_change();

-- Anchors tie the heads of all chains together on a schedule.
create table app.anchor (
	number integer primary key,
	at timestamptz not null,
	up_to bigint not null,
	subjects integer not null,
	heads text not null,
	previous text not null,
	hash text not null
);
create trigger anchor_never_changes before update or delete on app.anchor
	for each row execute function app.refuse_change();
create trigger anchor_never_emptied before truncate on app.anchor
	for each statement execute function app.refuse_change();

-- A fact's version is the position of its last action: no row can change without an action in the same transaction.
create function app.fact_before_write() returns trigger
language plpgsql as $$
begin
	if tg_op = 'INSERT' and new.version <> 1 then
		raise exception 'A new fact starts at version 1.' using errcode = '23514';
	elsif tg_op = 'UPDATE' and (new.version <> old.version + 1 or new.id <> old.id) then
		raise exception 'A changed fact takes the next version.' using errcode = '23514';
	end if;
	return new;
end $$;

-- ---------------------------------------------------------------- places, people, rights

create table app.jurisdiction (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	kind text not null check (kind in ('state', 'region', 'county', 'tribe')),
	code text not null unique,
	name text not null,
	parent_id uuid references app.jurisdiction,
	provides_adoptions boolean not null,
	youth_connection_available boolean not null,
	tribes_applicable boolean not null
);

-- Each jurisdiction with itself and all above it.
create table app.jurisdiction_path (
	jurisdiction_id uuid not null references app.jurisdiction,
	ancestor_id uuid not null references app.jurisdiction,
	distance integer not null,
	primary key (jurisdiction_id, ancestor_id)
);
create index jurisdiction_path_ancestor on app.jurisdiction_path (ancestor_id);

create function app.jurisdiction_after_insert() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	insert into app.jurisdiction_path (jurisdiction_id, ancestor_id, distance) values (new.id, new.id, 0);
	insert into app.jurisdiction_path (jurisdiction_id, ancestor_id, distance)
		select new.id, p.ancestor_id, p.distance + 1 from app.jurisdiction_path p where p.jurisdiction_id = new.parent_id;
	return new;
end $$;
create trigger jurisdiction_after_insert after insert on app.jurisdiction
	for each row execute function app.jurisdiction_after_insert();

create function app.jurisdiction_keeps_place() returns trigger
language plpgsql as $$
begin
	if new.parent_id is distinct from old.parent_id then
		raise exception 'A jurisdiction keeps its place in the tree.' using errcode = '23514';
	end if;
	return new;
end $$;
create trigger jurisdiction_keeps_place before update on app.jurisdiction
	for each row execute function app.jurisdiction_keeps_place();

create table app.person (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	name text not null,
	title text not null,
	email text not null,
	active boolean not null
);
create unique index person_email on app.person (lower(email));

create table app.role_permission (
	role text not null,
	permission text not null,
	primary key (role, permission)
);

create table app.role_grant (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	person_id uuid not null references app.person,
	role text not null
);
create index role_grant_person on app.role_grant (person_id) where removed_at is null;

-- The jurisdictions in which the person of this transaction holds a permission.
create function app.jurisdictions_for(wanted text) returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	select p.jurisdiction_id
		from app.role_grant g
		join app.person n on n.id = g.person_id and n.active and n.removed_at is null
		join app.role_permission r on r.role = g.role and r.permission = wanted
		join app.jurisdiction_path p on p.ancestor_id = g.jurisdiction_id
		where g.person_id = app.person_id() and g.removed_at is null
	union all
	select j.id from app.jurisdiction j where app.is_installation()
$$;

-- ---------------------------------------------------------------- figures

create table app.stored_file (
	id uuid primary key,
	jurisdiction_id uuid not null references app.jurisdiction,
	sha256 text not null,
	name text not null,
	media_type text not null,
	size integer not null,
	bytes bytea not null,
	stored_at timestamptz not null,
	stored_by uuid not null references app.person
);
create trigger stored_file_never_changes before update or delete on app.stored_file
	for each row execute function app.refuse_change();

create table app.figure_load (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	file_id uuid not null references app.stored_file,
	file_name text not null,
	sha256 text not null,
	rows integer not null,
	added integer not null,
	replaced integer not null,
	unchanged integer not null,
	unique (jurisdiction_id, sha256)
);

create table app.observation (
	id uuid primary key,
	load_id uuid not null references app.figure_load,
	jurisdiction_id uuid not null references app.jurisdiction,
	indicator text not null,
	vintage text not null,
	population_group text not null,
	period_start date not null,
	period_end date not null,
	numerator double precision,
	denominator double precision,
	value double precision not null,
	source text not null,
	data_as_of date not null,
	current boolean not null default true
);
create unique index observation_current on app.observation
	(jurisdiction_id, vintage, indicator, population_group, period_start, period_end) where current;
create index observation_load on app.observation (load_id);

create table app.measure (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	title text not null,
	indicator text not null,
	vintage text not null,
	population_group text not null,
	unit text not null,
	direction text not null
);

-- ---------------------------------------------------------------- findings

create table app.finding (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	subject_kind text not null,
	code text not null,
	vintage text not null,
	label text not null,
	domain text not null,
	judgement text not null,
	state text not null,
	summary text not null,
	period_end date
);
create index finding_jurisdiction on app.finding (jurisdiction_id);

create table app.evidence (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	finding_id uuid not null references app.finding,
	evidence_kind text not null,
	observation_id uuid references app.observation,
	text text not null,
	source text not null
);
create index evidence_finding on app.evidence (finding_id);

-- ---------------------------------------------------------------- the plan graph

create table app.cycle (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	title text not null,
	starts_on date not null,
	ends_on date not null
);

create table app.document (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	cycle_id uuid not null references app.cycle,
	edition_id text not null,
	title text not null,
	state text not null check (state in ('drafting', 'ready', 'submitted', 'returned', 'accepted')),
	submitted_on date,
	accepted_on date
);
create index document_cycle on app.document (cycle_id);
create index document_jurisdiction on app.document (jurisdiction_id);

create table app.answer (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	focus_area_id uuid,
	field text not null,
	value text not null,
	none boolean not null
);
create unique index answer_field on app.answer (document_id, focus_area_id, field) nulls not distinct where removed_at is null;

create table app.waiver (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	rule_id text not null,
	about_id uuid not null,
	reason text not null
);
create index waiver_document on app.waiver (document_id);

create table app.focus_area (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	position integer not null,
	subject_kind text not null,
	codes text[] not null,
	label text not null,
	origin text not null,
	probation_considered text not null,
	probation_reason text not null
);
create index focus_area_document on app.focus_area (document_id);
alter table app.answer add foreign key (focus_area_id) references app.focus_area deferrable initially deferred;

create table app.goal (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	cycle_id uuid not null references app.cycle,
	statement text not null,
	goal_kind text not null,
	population text[] not null
);
create index goal_cycle on app.goal (cycle_id);

create table app.goal_use (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	focus_area_id uuid not null references app.focus_area,
	goal_id uuid not null references app.goal,
	position integer not null
);
create index goal_use_document on app.goal_use (document_id);
create index goal_use_goal on app.goal_use (goal_id);

create table app.objective (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	goal_id uuid not null references app.goal,
	position integer not null,
	statement text not null,
	measure_id uuid references app.measure,
	evidence_of_completion text not null
);
create index objective_goal on app.objective (goal_id);

create table app.baseline (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	objective_id uuid not null references app.objective,
	value double precision,
	numerator double precision,
	denominator double precision,
	period_start date,
	period_end date,
	observation_id uuid references app.observation,
	source text not null
);
create index baseline_objective on app.baseline (objective_id);

create table app.target (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	objective_id uuid not null references app.objective,
	value double precision,
	by date
);
create index target_objective on app.target (objective_id);

create table app.strategy (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	goal_id uuid not null references app.goal,
	position integer not null,
	statement text not null,
	rationale text not null,
	population text[] not null
);
create index strategy_goal on app.strategy (goal_id);

create table app.milestone (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	strategy_id uuid not null references app.strategy,
	position integer not null,
	statement text not null,
	timeframe_months integer,
	due_on date,
	assigned_title text not null,
	assigned_person_id uuid references app.person,
	assigned_agency text not null,
	population text[] not null,
	status text not null,
	completed_on date
);
create index milestone_strategy on app.milestone (strategy_id);
create index milestone_assigned on app.milestone (assigned_person_id);

create table app.finding_answer (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	finding_id uuid not null references app.finding,
	focus_area_id uuid references app.focus_area,
	disposition text not null,
	reason text not null
);
create index finding_answer_document on app.finding_answer (document_id);
create index finding_answer_finding on app.finding_answer (finding_id);

create table app.party (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	name text not null,
	affiliation text not null,
	person_id uuid references app.person
);

create table app.team_member (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	party_id uuid not null references app.party,
	position integer not null,
	"group" text not null,
	participation text not null,
	"on" date
);
create index team_member_document on app.team_member (document_id);

-- What was sent, as it was sent. Never changed.
create table app.snapshot (
	id uuid primary key,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	number integer not null,
	taken_at timestamptz not null,
	taken_by uuid not null references app.person,
	taken_by_name text not null,
	content text not null,
	sha256 text not null,
	unique (document_id, number)
);
create trigger snapshot_never_changes before update or delete on app.snapshot
	for each row execute function app.refuse_change();
create trigger snapshot_never_emptied before truncate on app.snapshot
	for each statement execute function app.refuse_change();

-- ---------------------------------------------------------------- every fact has its action

do $$
declare
	fact text;
begin
	foreach fact in array array['jurisdiction', 'person', 'role_grant', 'cycle', 'document', 'answer', 'waiver', 'focus_area',
		'goal', 'goal_use', 'objective', 'baseline', 'target', 'strategy', 'milestone', 'measure', 'figure_load', 'finding',
		'evidence', 'finding_answer', 'party', 'team_member'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
	end loop;
end $$;

-- ---------------------------------------------------------------- row-level security

-- The documents that the person may read: drafts by those who write them, from submission on also by the State.
create function app.readable_documents() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	select d.id from app.document d where d.jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	union
	select d.id from app.document d where d.state in ('submitted', 'returned', 'accepted')
		and d.jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted'))
$$;

create function app.readable_goals() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	select g.id from app.goal g where g.jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	union
	select u.goal_id from app.goal_use u where u.removed_at is null and u.document_id in (select app.readable_documents())
$$;

do $$
declare
	t text;
begin
	foreach t in array array['action', 'anchor', 'jurisdiction', 'jurisdiction_path', 'person', 'role_permission', 'role_grant',
		'stored_file', 'figure_load', 'observation', 'measure', 'finding', 'evidence', 'cycle', 'document', 'answer', 'waiver',
		'focus_area', 'goal', 'goal_use', 'objective', 'baseline', 'target', 'strategy', 'milestone', 'finding_answer', 'party',
		'team_member', 'snapshot', 'context_key'] loop
		execute format('alter table app.%I enable row level security', t);
	end loop;
end $$;

-- Places and the table of rights are known to everybody who is signed in.
create policy read_all on app.jurisdiction for select using ((select app.person_id()) is not null);
create policy read_all on app.jurisdiction_path for select using ((select app.person_id()) is not null);
create policy read_all on app.role_permission for select using ((select app.person_id()) is not null);
create policy add on app.jurisdiction for insert with check ((select app.is_installation()));
create policy change on app.jurisdiction for update using (id in (select app.jurisdictions_for('jurisdiction.manage')));

create policy read on app.person for select using (
	id = (select app.person_id()) or jurisdiction_id in (select app.jurisdictions_for('people.read')));
create policy add on app.person for insert with check (
	(select app.is_installation()) or jurisdiction_id in (select app.jurisdictions_for('people.manage')));
create policy change on app.person for update using (jurisdiction_id in (select app.jurisdictions_for('people.manage')));
create policy read on app.role_grant for select using (
	person_id = (select app.person_id()) or jurisdiction_id in (select app.jurisdictions_for('people.read')));
create policy add on app.role_grant for insert with check (
	role <> 'installation' and jurisdiction_id in (select app.jurisdictions_for('people.manage')));
create policy change on app.role_grant for update using (jurisdiction_id in (select app.jurisdictions_for('people.manage')))
	with check (role <> 'installation' and jurisdiction_id in (select app.jurisdictions_for('people.manage')));

create policy read on app.stored_file for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.stored_file for insert with check (
	stored_by = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('figures.load')));
create policy read on app.figure_load for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.figure_load for insert with check (jurisdiction_id in (select app.jurisdictions_for('figures.load')));
create policy read on app.observation for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.observation for insert with check (jurisdiction_id in (select app.jurisdictions_for('figures.load')));
create policy change on app.observation for update using (jurisdiction_id in (select app.jurisdictions_for('figures.load')));

create policy read on app.measure for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.measure for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.measure for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

create policy read on app.finding for select using (jurisdiction_id in (select app.jurisdictions_for('finding.read')));
create policy add on app.finding for insert with check (
	jurisdiction_id in (select app.jurisdictions_for('finding.confirm'))
	or (state = 'proposed' and jurisdiction_id in (select app.jurisdictions_for('figures.load'))));
create policy change on app.finding for update using (jurisdiction_id in (select app.jurisdictions_for('finding.confirm')));
create policy read on app.evidence for select using (jurisdiction_id in (select app.jurisdictions_for('finding.read')));
create policy add on app.evidence for insert with check (
	jurisdiction_id in (select app.jurisdictions_for('finding.confirm'))
	or (evidence_kind = 'observation' and jurisdiction_id in (select app.jurisdictions_for('figures.load'))));
create policy change on app.evidence for update using (jurisdiction_id in (select app.jurisdictions_for('finding.confirm')));

create policy read on app.cycle for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')));
create policy add on app.cycle for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.cycle for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

-- Written out, not through readable_documents(): an added row must be readable to its own statement.
create policy read on app.document for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or (state in ('submitted', 'returned', 'accepted') and jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted'))));
create policy add on app.document for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.document for update using (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.submit'))
	or (state = 'submitted' and jurisdiction_id in (select app.jurisdictions_for('plan.review'))))
	with check (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.submit'))
	or (state in ('returned', 'accepted') and jurisdiction_id in (select app.jurisdictions_for('plan.review'))));

do $$
declare
	t text;
	visible text;
begin
	foreach t in array array['answer', 'waiver', 'focus_area', 'goal_use', 'finding_answer', 'team_member', 'snapshot',
		'goal', 'objective', 'strategy', 'baseline', 'target', 'milestone', 'party'] loop
		visible := case
			when t = 'snapshot' then 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-submitted''))'
			when t in ('answer', 'waiver', 'focus_area', 'goal_use', 'finding_answer', 'team_member')
				then 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or document_id in (select app.readable_documents())'
			when t = 'goal' then 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or id in (select app.readable_goals())'
			when t in ('objective', 'strategy')
				then 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or goal_id in (select app.readable_goals())'
			when t in ('baseline', 'target')
				then 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or exists (select from app.objective o where o.id = objective_id)'
			when t = 'milestone'
				then 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or exists (select from app.strategy s where s.id = strategy_id)'
			when t = 'party'
				then 'jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or exists (select from app.team_member m where m.party_id = party.id)'
		end;
		execute format('create policy read on app.%I for select using (%s)', t, visible);
		if t = 'waiver' then
			execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.waive'')))', t);
			execute format('create policy change on app.%I for update using (jurisdiction_id in (select app.jurisdictions_for(''plan.waive'')))', t);
		elsif t = 'snapshot' then
			execute format('create policy add on app.%I for insert with check (taken_by = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for(''plan.submit'')))', t);
		else
			execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', t);
			execute format('create policy change on app.%I for update using (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', t);
		end if;
	end loop;
end $$;

-- The history of a fact is as visible as the fact.
create policy read on app.action for select using (
	case
		when kind = 'jurisdiction' then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);
create policy add on app.action for insert with check (actor = (select app.person_id()));
create policy read on app.anchor for select using ((select app.person_id()) is not null);
create policy add on app.anchor for insert with check ((select app.is_installation()));

-- ---------------------------------------------------------------- what the application's role may touch

grant usage on schema app to throughline_app;
revoke execute on all functions in schema app from public;
grant execute on function app.person_id(), app.is_installation(), app.jurisdictions_for(text), app.readable_documents(),
	app.readable_goals() to throughline_app;
grant select on all tables in schema app to throughline_app;
revoke select on app.context_key, app.practice_state from throughline_app;
grant insert (body) on app.action to throughline_app;
grant insert on app.anchor, app.snapshot, app.stored_file, app.observation to throughline_app;
grant update (current) on app.observation to throughline_app;
grant insert, update on app.jurisdiction, app.person, app.role_grant, app.cycle, app.document, app.answer, app.waiver,
	app.focus_area, app.goal, app.goal_use, app.objective, app.baseline, app.target, app.strategy, app.milestone, app.measure,
	app.figure_load, app.finding, app.evidence, app.finding_answer, app.party, app.team_member to throughline_app;

-- Version of the newest row that a chain needs: the position and hash of a fact's last action, whoever asks for it to write.
create function app.chain_head(wanted uuid) returns table (last_position integer, last_hash text, last_at timestamptz)
language sql stable security definer set search_path = '' as
$$ select a.position, a.hash, a.at from app.action a where a.subject = wanted order by a.position desc limit 1 $$;
revoke execute on function app.chain_head(uuid) from public;
grant execute on function app.chain_head(uuid) to throughline_app;

-- When the last change was saved: later than now means that the machine's clock was set back.
create function app.last_action_at() returns timestamptz
language sql stable security definer set search_path = '' as
$$ select max(a.at) from app.action a $$;
revoke execute on function app.last_action_at() from public;
grant execute on function app.last_action_at() to throughline_app;

-- Who stands behind an account, with all roles: the first question of every request, before anybody is known.
create function app.actor_for_email(wanted text) returns table (person_id uuid, name text, title text, jurisdiction_id uuid, place text, grants jsonb, mark text)
language sql stable security definer set search_path = '' as $$
	select n.id, n.name, n.title, n.jurisdiction_id, j.name, coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'jurisdictionId', g.jurisdiction_id)
			order by g.role, g.jurisdiction_id) filter (where g.id is not null), '[]'), pg_current_snapshot()::text
		from app.person n join app.jurisdiction j on j.id = n.jurisdiction_id
		left join app.role_grant g on g.person_id = n.id and g.removed_at is null
		where lower(n.email) = lower(wanted) and n.active and n.removed_at is null
		group by n.id, j.name
$$;
revoke execute on function app.actor_for_email(text) from public;
grant execute on function app.actor_for_email(text) to throughline_app;

-- Background work is asked for in the same transaction as the change that causes it.
create function app.enqueue(task text, payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
	if app.person_id() is null then
		raise exception 'Nobody is signed in to this transaction.' using errcode = '42501';
	end if;
	if task not in ('notify-step', 'anchor-log') then
		raise exception 'There is no background task named %.', task using errcode = '22023';
	end if;
	perform graphile_worker.add_job(task, payload::json);
end $$;
revoke execute on function app.enqueue(text, jsonb) from public;
grant execute on function app.enqueue(text, jsonb) to throughline_app;

insert into app.role_permission (role, permission) values
	('county-planner', 'figures.read'), ('county-planner', 'finding.read'), ('county-planner', 'plan.read-draft'),
	('county-planner', 'plan.read-submitted'), ('county-planner', 'people.read'), ('county-planner', 'figures.load'),
	('county-planner', 'finding.confirm'), ('county-planner', 'plan.write'), ('county-planner', 'plan.ready'),
	('probation-planner', 'figures.read'), ('probation-planner', 'finding.read'), ('probation-planner', 'plan.read-draft'),
	('probation-planner', 'plan.read-submitted'), ('probation-planner', 'people.read'), ('probation-planner', 'figures.load'),
	('probation-planner', 'finding.confirm'), ('probation-planner', 'plan.write'), ('probation-planner', 'plan.ready'),
	('child-welfare-director', 'figures.read'), ('child-welfare-director', 'finding.read'),
	('child-welfare-director', 'plan.read-draft'), ('child-welfare-director', 'plan.read-submitted'),
	('child-welfare-director', 'people.read'), ('child-welfare-director', 'finding.confirm'),
	('child-welfare-director', 'plan.write'), ('child-welfare-director', 'plan.ready'),
	('child-welfare-director', 'plan.submit'), ('child-welfare-director', 'plan.waive'),
	('chief-probation-officer', 'figures.read'), ('chief-probation-officer', 'finding.read'),
	('chief-probation-officer', 'plan.read-draft'), ('chief-probation-officer', 'plan.read-submitted'),
	('chief-probation-officer', 'people.read'), ('chief-probation-officer', 'finding.confirm'),
	('chief-probation-officer', 'plan.write'), ('chief-probation-officer', 'plan.ready'),
	('chief-probation-officer', 'plan.submit'), ('chief-probation-officer', 'plan.waive'),
	('state-analyst', 'figures.read'), ('state-analyst', 'finding.read'), ('state-analyst', 'plan.read-submitted'),
	('state-analyst', 'plan.review'), ('state-analyst', 'people.read'),
	('data-analyst', 'figures.read'), ('data-analyst', 'finding.read'), ('data-analyst', 'plan.read-draft'),
	('data-analyst', 'plan.read-submitted'), ('data-analyst', 'people.read'), ('data-analyst', 'figures.load'),
	('partner', 'figures.read'), ('partner', 'finding.read'), ('partner', 'plan.read-draft'),
	('partner', 'plan.read-submitted'), ('partner', 'people.read'),
	('administrator', 'people.read'), ('administrator', 'people.manage'), ('administrator', 'log.verify'),
	('administrator', 'figures.read'),
	('installation', 'figures.read'), ('installation', 'figures.load'), ('installation', 'finding.read'),
	('installation', 'finding.confirm'), ('installation', 'plan.read-draft'), ('installation', 'plan.read-submitted'),
	('installation', 'plan.write'), ('installation', 'plan.ready'), ('installation', 'plan.submit'),
	('installation', 'plan.review'), ('installation', 'plan.waive'), ('installation', 'people.read'),
	('installation', 'people.manage'), ('installation', 'log.verify'), ('installation', 'jurisdiction.manage');
