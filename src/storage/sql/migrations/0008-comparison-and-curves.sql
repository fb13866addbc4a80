-- What a comparison of counties is fitted to: the counts of a run by county and age category of risk adjustment. They are never
-- masked, so only people who may see the files of a place see its rows; only the installation adds them.
create table app.indicator_risk_cell (
	run_id uuid not null references app.indicator_run,
	-- As in app.indicator_cell: the county's place where there is one, otherwise the place whose files were counted.
	jurisdiction_id uuid not null references app.jurisdiction,
	indicator text not null,
	county text not null,
	-- -2 is 0 to 3 months, -1 is 4 to 11 months, then the year of age.
	risk_age integer not null,
	children integer not null,
	numerator double precision not null,
	denominator double precision not null,
	primary key (run_id, indicator, county, risk_age)
);

alter table app.indicator_risk_cell enable row level security;
create policy read on app.indicator_risk_cell for select using (
	jurisdiction_id in (select app.jurisdictions_for('extracts.read')));
create policy add on app.indicator_risk_cell for insert with check ((select app.is_installation()));
grant select, insert on app.indicator_risk_cell to throughline_app;

-- Entry and exit cohorts of a run, followed by month: of all its children ('' and ''), and of each county, age group, race and
-- ethnicity, and sex. Not masked either, so closed in the same way.
create table app.indicator_curve (
	run_id uuid not null references app.indicator_run,
	-- The county's place for a county that has one, otherwise the place whose files were counted.
	jurisdiction_id uuid not null references app.jurisdiction,
	cohort text not null check (cohort in ('entry', 'exit')),
	grouping_name text not null,
	label text not null,
	-- Nobody is seen after this day.
	files_end date not null,
	curve jsonb not null,
	primary key (run_id, cohort, grouping_name, label)
);

alter table app.indicator_curve enable row level security;
create policy read on app.indicator_curve for select using (
	jurisdiction_id in (select app.jurisdictions_for('extracts.read')));
create policy add on app.indicator_curve for insert with check ((select app.is_installation()));
grant select, insert on app.indicator_curve to throughline_app;
