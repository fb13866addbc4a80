-- Form CFS-101: what a State asks for and what it spent, cell by cell, and the earlier amounts that spending is held against.
-- A form that was sent never changes again: neither it nor a cell of it.

create table app.budget_form (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	edition text not null,
	submission_year integer not null check (submission_year between 2010 and 2040),
	revision integer not null check (revision between 0 and 99),
	state text not null check (state in ('draft', 'submitted')),
	submitted_on date,
	check ((state = 'submitted') = (submitted_on is not null))
);
create unique index budget_form_of_year on app.budget_form (jurisdiction_id, submission_year, revision) where removed_at is null;
alter table app.budget_form add constraint budget_form_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger budget_form_takes_next_version before insert or update on app.budget_form
	for each row execute function app.fact_before_write();
create trigger budget_form_never_deleted before delete on app.budget_form
	for each row execute function app.refuse_change();
alter table app.budget_form enable row level security;
create policy read on app.budget_form for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or (state = 'submitted' and jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted'))));
create policy add on app.budget_form for insert with check (
	state = 'draft' and jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.budget_form for update using (
	state = 'draft' and jurisdiction_id in (select app.jurisdictions_for('plan.write')))
	with check (
		jurisdiction_id in (select app.jurisdictions_for('plan.write'))
		and (state = 'draft' or jurisdiction_id in (select app.jurisdictions_for('plan.submit'))));
grant select, insert, update on app.budget_form to throughline_app;

create table app.budget_entry (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	form_id uuid not null references app.budget_form,
	cell text not null,
	amount bigint check (amount >= 0),
	words text,
	check (amount is null or words is null)
);
create unique index budget_entry_of_cell on app.budget_entry (form_id, cell) where removed_at is null;
alter table app.budget_entry add constraint budget_entry_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger budget_entry_takes_next_version before insert or update on app.budget_entry
	for each row execute function app.fact_before_write();
create trigger budget_entry_never_deleted before delete on app.budget_entry
	for each row execute function app.refuse_change();
alter table app.budget_entry enable row level security;
create policy read on app.budget_entry for select using (
	exists (select from app.budget_form f where f.id = form_id and f.jurisdiction_id = budget_entry.jurisdiction_id));
create policy add on app.budget_entry for insert with check (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	and exists (select from app.budget_form f where f.id = form_id and f.state = 'draft' and f.removed_at is null
		and f.jurisdiction_id = budget_entry.jurisdiction_id));
create policy change on app.budget_entry for update using (
	jurisdiction_id in (select app.jurisdictions_for('plan.write'))
	and exists (select from app.budget_form f where f.id = form_id and f.state = 'draft' and f.removed_at is null
		and f.jurisdiction_id = budget_entry.jurisdiction_id));
grant select, insert, update on app.budget_entry to throughline_app;

create table app.financial_baseline (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	baseline text not null check (baseline in ('ffy2005-federal', 'ffy2005-match', 'base-1992', 'level-1979')),
	cents bigint not null check (cents >= 0),
	source text not null
);
create unique index financial_baseline_of_kind on app.financial_baseline (jurisdiction_id, baseline) where removed_at is null;
alter table app.financial_baseline add constraint financial_baseline_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger financial_baseline_takes_next_version before insert or update on app.financial_baseline
	for each row execute function app.fact_before_write();
create trigger financial_baseline_never_deleted before delete on app.financial_baseline
	for each row execute function app.refuse_change();
alter table app.financial_baseline enable row level security;
create policy read on app.financial_baseline for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')));
create policy add on app.financial_baseline for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.financial_baseline for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
grant select, insert, update on app.financial_baseline to throughline_app;
