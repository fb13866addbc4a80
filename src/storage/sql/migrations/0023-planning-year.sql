-- How a State plans through the years: the register of its plans, roles, teams, meetings and what they brought, citizen review panels,
-- the profile of the people served, certified cases, papers given out, due dates met, and the mails that told of them.

create table app.planning_framework (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction unique,
	framework_id text not null,
	followed_from date not null
);

create table app.statewide_plan (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	plan_type text not null,
	name text not null,
	cycle text not null,
	owner_person_id uuid references app.person,
	owner_title text not null,
	due_rule_id text not null,
	due_words text not null,
	reported_in text not null
);

create table app.planning_role (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	role text not null,
	person_id uuid references app.person,
	name text not null,
	title text not null,
	designated_by text not null,
	starts_on date not null,
	ends_on date,
	check (ends_on is null or ends_on >= starts_on)
);

create table app.planning_team (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	place_id uuid not null references app.jurisdiction,
	team_kind text not null,
	name text not null,
	purpose text not null,
	charge text not null,
	goal_ids uuid[] not null,
	strategy_ids uuid[] not null
);

create table app.team_seat (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	team_id uuid not null references app.planning_team,
	name text not null,
	party_kind text not null,
	affiliation text not null,
	email text not null
);

create table app.planning_event (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	place_id uuid not null references app.jurisdiction,
	event_kind text not null,
	title text not null,
	held_on date,
	venue text not null,
	stage text not null check (stage in ('planning', 'implementation', 'feedback')),
	owner_team_id uuid references app.planning_team,
	agenda text not null,
	materials text not null,
	minutes text not null,
	decisions text not null
);

create table app.event_guest (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	event_id uuid not null references app.planning_event,
	name text not null,
	party_kind text not null,
	invited_on date,
	reply text not null check (reply in ('none', 'accepted', 'declined')),
	attendance text not null check (attendance in ('unknown', 'present', 'absent'))
);

create table app.planning_record (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	record_kind text not null,
	event_id uuid references app.planning_event,
	"on" date not null,
	subject text not null,
	text text not null,
	owner text not null,
	rating text not null,
	evidence text not null,
	goal_id uuid references app.goal,
	strategy_id uuid references app.strategy
);

create table app.review_panel (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	name text not null,
	chair text not null,
	note text not null
);

create table app.panel_report (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	panel_id uuid not null references app.review_panel,
	title text not null,
	received_on date not null
);

create table app.panel_recommendation (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	report_id uuid not null references app.panel_report,
	position integer not null,
	text text not null,
	decision text not null check (decision in ('open', 'accepted', 'partly', 'not-accepted')),
	answer text not null,
	answered_on date,
	effect text not null,
	goal_id uuid references app.goal
);

create table app.demographic_panel (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	place_id uuid not null references app.jurisdiction,
	panel text not null,
	title text not null,
	unit text not null check (unit in ('children', 'people', 'households', 'percent', 'dollars')),
	groups text[] not null,
	"values" double precision[] not null,
	as_of date not null,
	source text not null,
	source_kind text not null check (source_kind in ('agency', 'outside')),
	note text not null,
	check (cardinality(groups) = cardinality("values"))
);

create table app.case_certification (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	place_id uuid not null references app.jurisdiction,
	event_id uuid references app.planning_event,
	unit text not null,
	as_of date not null,
	active_cases integer not null check (active_cases >= 0),
	valid_cases integer not null check (valid_cases >= 0),
	caseworkers double precision not null check (caseworkers >= 0),
	certified_by text not null,
	certified_on date not null,
	note text not null,
	check (valid_cases <= active_cases)
);

create table app.distribution (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	paper text not null,
	document_id uuid references app.document,
	team_id uuid references app.planning_team,
	seat_id uuid references app.team_seat,
	recipient text not null,
	email text not null,
	channel text not null check (channel in ('mail', 'paper', 'meeting')),
	sent_on date not null,
	received_on date
);

create table app.due_completion (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	rule_id text not null,
	due_on date not null,
	completed_on date not null,
	note text not null
);

create table app.due_notice (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	person_id uuid not null references app.person,
	day date not null,
	notice_kind text not null check (notice_kind in ('owner', 'digest', 'escalation')),
	state text not null check (state in ('claimed', 'sent', 'failed'))
);

do $$
declare
	fact text;
begin
	foreach fact in array array['planning_framework', 'statewide_plan', 'planning_role', 'planning_team', 'team_seat', 'planning_event',
		'event_guest', 'planning_record', 'review_panel', 'panel_report', 'panel_recommendation', 'demographic_panel',
		'case_certification', 'distribution', 'due_completion', 'due_notice'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('alter table app.%I enable row level security', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
		if fact <> 'planning_framework' then
			execute format('create index %I on app.%I (jurisdiction_id)', fact || '_jurisdiction', fact);
		end if;
		if fact not in ('planning_framework', 'due_notice') then
			execute format('create policy read on app.%I for select using (jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or jurisdiction_id in (select app.jurisdictions_for(''plan.read-submitted'')))', fact);
			execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
			execute format('create policy change on app.%I for update using (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
		end if;
	end loop;
end $$;

-- Which rules a State follows is no secret: they date what is due.
create policy read on app.planning_framework for select using ((select app.person_id()) is not null);
create policy add on app.planning_framework for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.planning_framework for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

-- Mails are written down by the installation that sends them.
create policy read on app.due_notice for select using (
	person_id = (select app.person_id()) or jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')));
create policy add on app.due_notice for insert with check ((select app.is_installation()));
create policy change on app.due_notice for update using ((select app.is_installation()));

-- Papers that are given out go by mail.
create or replace function app.enqueue(task text, payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
	if app.person_id() is null then
		raise exception 'Nobody is signed in to this transaction.' using errcode = '42501';
	end if;
	if task not in ('notify-step', 'anchor-log', 'count-indicators', 'take-extract', 'mail-invitation', 'mail-distribution') then
		raise exception 'There is no background task named %.', task using errcode = '22023';
	end if;
	perform graphile_worker.add_job(task, payload::json);
end $$;
