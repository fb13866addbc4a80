-- Federal results of a State: observed and risk-standardized performance with its interval, as its data profile gives them.

create table app.federal_result (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	round text not null check (round in ('round-4', 'round-3-revised', 'round-3-corrected')),
	indicator text not null check (indicator in ('S1', 'S2', 'P1', 'P2', 'P3', 'P4', 'P5')),
	period text not null,
	period_start date not null,
	period_end date not null,
	profile text not null,
	denominator double precision,
	numerator double precision,
	observed double precision,
	risk_standardized double precision,
	lower double precision,
	upper double precision,
	status text not null check (status in ('better', 'no-different', 'worse', 'not-calculated')),
	published_status text check (published_status in ('better', 'no-different', 'worse', 'not-calculated')),
	reason text not null,
	file_id uuid not null references app.stored_file,
	file_name text not null,
	sha256 text not null,
	unique (jurisdiction_id, round, indicator, period, profile),
	-- A status is one of an interval, and only that.
	check ((status = 'not-calculated') = (lower is null)),
	check ((lower is null) = (upper is null) and (lower is null) = (risk_standardized is null)),
	check (lower <= risk_standardized and risk_standardized <= upper)
);

alter table app.federal_result add constraint federal_result_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger federal_result_takes_next_version before insert or update on app.federal_result
	for each row execute function app.fact_before_write();
create trigger federal_result_never_deleted before delete on app.federal_result
	for each row execute function app.refuse_change();

alter table app.federal_result enable row level security;
create policy read on app.federal_result for select using (jurisdiction_id in (select app.jurisdictions_for('figures.read')));
create policy add on app.federal_result for insert with check (jurisdiction_id in (select app.jurisdictions_for('figures.load')));
create policy change on app.federal_result for update using (jurisdiction_id in (select app.jurisdictions_for('figures.load')));
grant select, insert, update on app.federal_result to throughline_app;

drop policy read on app.action;
create policy read on app.action for select using (
	case
		when kind = 'jurisdiction' then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure', 'federal-result') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind = 'extract-load' then jurisdiction_id in (select app.jurisdictions_for('extracts.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);
