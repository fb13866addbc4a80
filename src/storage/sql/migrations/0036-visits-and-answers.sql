-- The yearly report of caseworker visits, and the day on which a citizen review panel was answered.

create table app.visit_report (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	federal_fiscal_year integer not null,
	children integer check (children >= 0),
	care_months integer not null check (care_months >= 0),
	visited_months integer not null,
	residence_months integer not null check (residence_months >= 0),
	method text not null check (method in ('all', 'sample')),
	source_kind text not null check (source_kind in ('counted', 'typed')),
	source text not null,
	sent_on date,
	note text not null,
	check (visited_months between residence_months and care_months)
);
create index visit_report_jurisdiction on app.visit_report (jurisdiction_id);
alter table app.visit_report add constraint visit_report_has_action foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger visit_report_takes_next_version before insert or update on app.visit_report for each row execute function app.fact_before_write();
create trigger visit_report_never_deleted before delete on app.visit_report for each row execute function app.refuse_change();
alter table app.visit_report enable row level security;
grant select, insert, update on app.visit_report to throughline_app;
create policy read on app.visit_report for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')));
create policy add on app.visit_report for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.visit_report for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

alter table app.panel_report add column answer_sent_on date;
