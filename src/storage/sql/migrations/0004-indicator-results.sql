-- Results of the federal data indicators, counted from the files of a State or county, and the log of looks at case-level data.

-- One counting of one 12-month window. Earlier ones stay: a run is made anew when a file, an option or a definition is another.
create table app.indicator_run (
	id uuid primary key,
	jurisdiction_id uuid not null references app.jurisdiction,
	-- "23A23B"
	window_name text not null,
	window_start date not null,
	window_end date not null,
	counted_at timestamptz not null,
	data_as_of date not null,
	definition_version text not null,
	options jsonb not null,
	files jsonb not null,
	-- What became of each indicator: counted (with the data-quality checks over their limit), needs-files or not-applicable.
	statuses jsonb not null,
	-- Of files, options and definitions: the same key is not counted again.
	key text not null,
	current boolean not null default true
);
create unique index indicator_run_current on app.indicator_run (jurisdiction_id, window_name) where current;

-- The data-quality checks of whole files: counts of all that they hold.
create table app.indicator_quality (
	run_id uuid primary key references app.indicator_run,
	jurisdiction_id uuid not null references app.jurisdiction,
	results jsonb not null
);

-- The smallest groups; every figure is a sum over them. jurisdiction_id is the county's, where there is one with that code; what
-- belongs to no known county belongs to the place whose files were counted.
create table app.indicator_cell (
	run_id uuid not null references app.indicator_run,
	jurisdiction_id uuid not null references app.jurisdiction,
	indicator text not null,
	county text not null,
	age_group text not null,
	race_ethnicity text not null,
	sex text not null,
	numerator double precision not null,
	denominator double precision not null,
	primary key (run_id, indicator, county, age_group, race_ethnicity, sex)
);

-- What the public may see of every number of a run: decided over all of them together when they are counted. Holds no number.
create table app.indicator_mask (
	run_id uuid not null references app.indicator_run,
	indicator text not null,
	-- Dimensions and labels in order, as JSON: [["county","06001"],["sex","female"]]; [] is the total.
	group_key text not null,
	shows_numerator boolean not null,
	shows_denominator boolean not null,
	primary key (run_id, indicator, group_key)
);

-- Every look at the records behind a number: who, when, at what. It only grows.
create table app.case_look (
	id uuid primary key,
	run_id uuid not null references app.indicator_run,
	jurisdiction_id uuid not null references app.jurisdiction,
	person_id uuid not null references app.person,
	person_name text not null,
	looked_at timestamptz not null,
	indicator text not null,
	-- Groups, outcome and page that were asked for; "csv" for the whole list as a file.
	asked jsonb not null
);
create index case_look_jurisdiction on app.case_look (jurisdiction_id, looked_at);
create trigger case_look_never_changes before update or delete on app.case_look
	for each row execute function app.refuse_change();
create trigger case_look_never_emptied before truncate on app.case_look
	for each statement execute function app.refuse_change();

alter table app.indicator_run enable row level security;
alter table app.indicator_quality enable row level security;
alter table app.indicator_cell enable row level security;
alter table app.indicator_mask enable row level security;
alter table app.case_look enable row level security;

-- A run is known to those who may see figures of the place whose files it counted, or of a place below it; what it counted for each
-- place only to those who may see that place's figures.
create policy read on app.indicator_run for select using (
	jurisdiction_id in (select app.jurisdictions_for('figures.read'))
	or jurisdiction_id in (
		select p.ancestor_id from app.jurisdiction_path p where p.jurisdiction_id in (select app.jurisdictions_for('figures.read'))));
create policy add on app.indicator_run for insert with check ((select app.is_installation()));
create policy change on app.indicator_run for update using ((select app.is_installation()));
create policy read on app.indicator_quality for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.indicator_quality for insert with check ((select app.is_installation()));
create policy read on app.indicator_cell for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.indicator_cell for insert with check ((select app.is_installation()));

create policy read on app.indicator_mask for select using (run_id in (select id from app.indicator_run));
create policy add on app.indicator_mask for insert with check ((select app.is_installation()));

create policy read on app.case_look for select using (
	person_id = (select app.person_id()) or jurisdiction_id in (select app.jurisdictions_for('log.verify')));
create policy add on app.case_look for insert with check (
	person_id = (select app.person_id()) and jurisdiction_id in (select app.jurisdictions_for('cases.read')));

grant select, insert on app.indicator_run, app.indicator_quality, app.indicator_cell, app.indicator_mask, app.case_look to throughline_app;
grant update (current) on app.indicator_run to throughline_app;

insert into app.role_permission (role, permission) values
	('case-data-reader', 'figures.read'), ('case-data-reader', 'cases.read'), ('installation', 'cases.read')
	on conflict do nothing;

-- Counted figures are kept as a file by the installation itself, which is no row of app.person; the policy holds stored_by to the
-- person of the transaction.
alter table app.stored_file drop constraint stored_file_stored_by_fkey;

create or replace function app.enqueue(task text, payload jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
	if app.person_id() is null then
		raise exception 'Nobody is signed in to this transaction.' using errcode = '42501';
	end if;
	if task not in ('notify-step', 'anchor-log', 'count-indicators', 'take-extract') then
		raise exception 'There is no background task named %.', task using errcode = '22023';
	end if;
	perform graphile_worker.add_job(task, payload::json);
end $$;

-- What of a counted figure may not leave the agency, because it would give a small number of another place away.
alter table app.observation add column withheld text not null default 'nothing'
	check (withheld in ('nothing', 'numerator', 'denominator', 'both'));
