-- The self-assessment, the peer review, whom the county asked and what they said, and what it asks of others: lists beside the
-- text of a document.

create table app.planning_body (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	name text not null,
	description text not null,
	roles text[] not null check (roles <@ array['csa', 'sip-development', 'sip-implementation']),
	tags text[] not null check (tags <@ array['agency', 'consumer', 'advocate'])
);

create table app.data_collection (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	technique text not null,
	audience text not null,
	responses integer check (responses >= 0),
	result text not null,
	how_used text not null,
	held_on date
);

create table app.peer_review (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	areas text not null,
	starts_on date,
	ends_on date,
	peer_counties text not null,
	finding_ids uuid[] not null,
	how_used text not null
);

create table app.subject_analysis (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	subject_kind text not null,
	code text not null,
	vintage text not null,
	label text not null,
	domain text not null,
	analysis text not null,
	factors text[] not null,
	finding_id uuid references app.finding
);
create unique index subject_analysis_once on app.subject_analysis (document_id, vintage, code) where removed_at is null;

create table app.meeting (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	title text not null,
	held_on date,
	starts_at text not null,
	place text not null,
	agenda text not null,
	minutes text not null,
	decisions text not null
);

create table app.invitation (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	meeting_id uuid not null references app.meeting,
	party_id uuid not null references app.party,
	email text not null,
	sent_on date,
	attendance text not null check (attendance in ('invited', 'accepted', 'declined', 'present', 'absent'))
);

create table app.partner_input (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	party_id uuid references app.party,
	meeting_id uuid references app.meeting,
	focus_area_id uuid references app.focus_area,
	said text not null,
	said_on date,
	effect text not null check (effect in ('open', 'changed', 'not-changed')),
	goal_id uuid references app.goal,
	strategy_id uuid references app.strategy,
	did text not null
);

create table app.assistance_request (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	focus_area_id uuid references app.focus_area,
	need text not null,
	requested_from text not null check (requested_from in ('cdss', 'rta', 'nrc', 'peer-county')),
	requested_of text not null,
	requested_on date,
	status text not null check (status in ('planned', 'requested', 'agreed', 'provided', 'declined')),
	state_note text not null
);

create table app.law_change (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	focus_area_id uuid references app.focus_area,
	change text not null,
	citation text not null,
	reason text not null,
	status text not null check (status in ('proposed', 'under-review', 'taken-up', 'not-taken-up')),
	state_note text not null
);

create table app.cross_reference (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	focus_area_id uuid references app.focus_area,
	strategy_id uuid references app.strategy,
	plan_kind text not null,
	label text not null,
	locator text not null,
	linked_document_id uuid references app.document,
	completed_on date
);

-- Invitations go out by mail.
create or replace function app.enqueue(task text, payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
	if app.person_id() is null then
		raise exception 'Nobody is signed in to this transaction.' using errcode = '42501';
	end if;
	if task not in ('notify-step', 'anchor-log', 'count-indicators', 'take-extract', 'mail-invitation') then
		raise exception 'There is no background task named %.', task using errcode = '22023';
	end if;
	perform graphile_worker.add_job(task, payload::json);
end $$;

do $$
declare
	t text;
	writers text;
begin
	foreach t in array array['planning_body', 'data_collection', 'peer_review', 'subject_analysis', 'meeting', 'invitation',
		'partner_input', 'assistance_request', 'law_change', 'cross_reference'] loop
		execute format('create index %I on app.%I (document_id)', t || '_document', t);
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', t, t || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', t || '_takes_next_version', t);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', t || '_never_deleted', t);
		execute format('alter table app.%I enable row level security', t);
		execute format('create policy read on app.%I for select using (jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or document_id in (select app.readable_documents()))', t);
		execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', t);
		-- The State answers what is asked of it in a plan that it may read.
		writers := case when t in ('assistance_request', 'law_change')
			then 'jurisdiction_id in (select app.jurisdictions_for(''plan.write'')) or (jurisdiction_id in (select app.jurisdictions_for(''plan.review'')) and document_id in (select app.readable_documents()))'
			else 'jurisdiction_id in (select app.jurisdictions_for(''plan.write''))' end;
		execute format('create policy change on app.%I for update using (%s)', t, writers);
		execute format('grant select, insert, update on app.%I to throughline_app', t);
	end loop;
end $$;
