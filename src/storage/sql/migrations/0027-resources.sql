-- What helps with planning: resources of an agency's own, resources kept beside goals, and technical assistance that was given.

create table app.agency_resource (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	title text not null,
	summary text not null,
	publisher text not null,
	address text not null,
	year integer,
	round integer,
	topics text[] not null,
	processes text[] not null,
	phases text[] not null,
	audiences text[] not null,
	format text not null
);
-- A publication is no secret: everybody who is signed in finds it.
create policy read on app.agency_resource for select using ((select app.person_id()) is not null);

create table app.goal_resource (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	goal_id uuid not null references app.goal,
	resource text not null,
	note text not null
);
create unique index goal_resource_once on app.goal_resource (goal_id, resource) where removed_at is null;
create policy read on app.goal_resource for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or goal_id in (select app.readable_goals()));

create table app.assistance_given (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	provider text not null,
	need text not null,
	goal_id uuid references app.goal,
	started_on date not null,
	ended_on date,
	hours double precision,
	result text not null
);
create index assistance_given_place on app.assistance_given (jurisdiction_id);
create policy read on app.assistance_given for select using (jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')));

do $$
declare
	fact text;
begin
	foreach fact in array array['agency_resource', 'goal_resource', 'assistance_given'] loop
		execute format('alter table app.%I enable row level security', fact);
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
		execute format('create policy change on app.%I for update using (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
	end loop;
end $$;

