-- The child population that the foster care entry rate is held against, and windows that the newest files no longer allow.

create table app.child_population (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	-- The State or county that the file was loaded for.
	jurisdiction_id uuid not null references app.jurisdiction,
	-- Five digits; '' for the whole State.
	county text not null check (county ~ '^(\d{5})?$'),
	year integer not null check (year between 1900 and 2099),
	population integer not null check (population >= 0),
	source text not null,
	data_as_of date not null,
	file_id uuid not null references app.stored_file,
	file_name text not null,
	sha256 text not null,
	unique (jurisdiction_id, county, year)
);

alter table app.child_population add constraint child_population_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger child_population_takes_next_version before insert or update on app.child_population
	for each row execute function app.fact_before_write();
create trigger child_population_never_deleted before delete on app.child_population
	for each row execute function app.refuse_change();

alter table app.child_population enable row level security;
-- Estimates of how many children live somewhere are published: whoever is signed in may read them.
create policy read on app.child_population for select using ((select app.person_id()) is not null);
create policy add on app.child_population for insert with check (jurisdiction_id in (select app.jurisdictions_for('figures.load')));
create policy change on app.child_population for update using (jurisdiction_id in (select app.jurisdictions_for('figures.load')));
grant select, insert, update on app.child_population to throughline_app;

drop policy read on app.action;
create policy read on app.action for select using (
	case
		when kind in ('jurisdiction', 'federal-result', 'calendar-setting', 'calendar-occasion', 'planning-step', 'publication', 'child-population')
			then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind = 'extract-load' then jurisdiction_id in (select app.jurisdictions_for('extracts.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		when kind = 'public-comment' then jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);

-- Files that a run read and that are no longer there, where the newest files do not allow its window any more: ["23A", "FY23"]. Such
-- a run stays the current one of its window, and says so.
alter table app.indicator_run add column gone_files text[] not null default '{}';
grant update (gone_files) on app.indicator_run to throughline_app;

-- The child population that the entry rate of a run is held against: year, source, day, file and checksum; null where none was loaded.
alter table app.indicator_run add column population jsonb;

-- What of an entry or exit cohort may be shown masked: how many children of the cohort of P1 or P4 left care to permanency, or came
-- back, in steps of six months; of all, and of each county, age group, race and ethnicity, and sex.
create table app.cohort_band (
	run_id uuid not null references app.indicator_run,
	-- The county's place for a county that has one, otherwise the place whose files were counted.
	jurisdiction_id uuid not null references app.jurisdiction,
	cohort text not null check (cohort in ('entry', 'exit')),
	-- '' and '' for all children.
	grouping_name text not null,
	label text not null,
	band text not null,
	children integer not null,
	-- Decided over all bands of all groups together, with everything that is shown of P1 or P4.
	is_shown boolean not null,
	primary key (run_id, cohort, grouping_name, label, band)
);

alter table app.cohort_band enable row level security;
create policy read on app.cohort_band for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.cohort_band for insert with check ((select app.is_installation()));
grant select, insert on app.cohort_band to throughline_app;
