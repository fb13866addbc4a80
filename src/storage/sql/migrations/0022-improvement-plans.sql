-- Program Improvement Plans: what a review determined, what was agreed, what moves the clocks, the work plan, which areas a goal
-- addresses, how its goals are measured, and ratios by month. Goals, strategies and key activities are those of the plan graph.

create table app.determination (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document unique,
	review text not null,
	issued_on date,
	areas text[] not null,
	items text[] not null,
	note text not null
);

create table app.plan_terms (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document unique,
	report_every_months integer not null check (report_every_months between 1 and 12),
	report_format text not null,
	non_overlap_months integer not null check (non_overlap_months between 0 and 24)
);

create table app.clock_event (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	event_kind text not null check (event_kind in ('notice-received', 'documentation-filed', 'submitted', 'not-approved', 'approved',
		'stopped', 'resumed', 'extension-asked', 'extension-granted', 'implementation-ended', 'completed')),
	"on" date not null,
	months integer check (months between 1 and 24),
	reason text not null
);

create table app.work_step (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	track text not null check (track in ('engagement', 'response', 'submission')),
	label text not null,
	due_on date,
	assigned_to text not null,
	done_on date,
	note text not null
);

create table app.goal_address (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	goal_id uuid not null references app.goal,
	codes text[] not null,
	unique (document_id, goal_id)
);

create table app.measurement_item (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	goal_id uuid not null references app.goal,
	objective_id uuid not null references app.objective,
	pip_type text not null,
	subject_kind text not null check (subject_kind in ('item', 'indicator', 'other')),
	code text not null,
	label text not null,
	method text not null check (method in ('sampling-error', 'indicator-factor', 'negotiated')),
	better text not null check (better in ('higher', 'lower')),
	overlap_months integer not null check (overlap_months between 0 and 36),
	mean double precision,
	deviation double precision check (deviation >= 0),
	floor double precision check (floor > 0),
	cap double precision check (cap > 0),
	metro_share double precision check (metro_share between 0 and 1),
	foster_share double precision check (foster_share between 0 and 1),
	baseline_due_on date,
	note text not null
);

create table app.measurement_result (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	item_id uuid not null references app.measurement_item,
	period_start date not null,
	period_end date not null,
	numerator integer check (numerator >= 0),
	denominator integer check (denominator >= 1),
	value double precision,
	metro_share double precision check (metro_share between 0 and 1),
	foster_share double precision check (foster_share between 0 and 1),
	same_method boolean not null,
	accepted boolean not null,
	note text not null,
	check (period_end > period_start),
	check (numerator <= denominator)
);

create table app.monthly_ratio (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	document_id uuid not null references app.document,
	code text not null,
	month date not null check (extract(day from month) = 1),
	numerator integer not null check (numerator >= 0),
	denominator integer not null check (denominator >= 1),
	source text not null,
	unique (document_id, code, month)
);

do $$
declare
	fact text;
begin
	foreach fact in array array['determination', 'plan_terms', 'clock_event', 'work_step', 'goal_address', 'measurement_item',
		'measurement_result', 'monthly_ratio'] loop
		execute format('create index %I on app.%I (document_id)', fact || '_document', fact);
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('alter table app.%I enable row level security', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
		execute format('create policy read on app.%I for select using (jurisdiction_id in (select app.jurisdictions_for(''plan.read-draft'')) or document_id in (select app.readable_documents()))', fact);
		execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
		execute format('create policy change on app.%I for update using (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
	end loop;
end $$;
