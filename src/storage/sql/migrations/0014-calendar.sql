-- How a State reckons its due dates, what happened in it that starts a clock, and its own steps on the way. Everybody who is signed in may know them.

create table app.calendar_setting (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction unique,
	weekend_policy text not null check (weekend_policy in ('literal', 'following-monday', 'preceding-friday')),
	state_fiscal_year_start text not null check (state_fiscal_year_start ~ '^\d\d-\d\d$')
);
alter table app.calendar_setting add constraint calendar_setting_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger calendar_setting_takes_next_version before insert or update on app.calendar_setting
	for each row execute function app.fact_before_write();
create trigger calendar_setting_never_deleted before delete on app.calendar_setting
	for each row execute function app.refuse_change();
alter table app.calendar_setting enable row level security;
create policy read on app.calendar_setting for select using ((select app.person_id()) is not null);
create policy add on app.calendar_setting for insert with check (jurisdiction_id in (select app.jurisdictions_for('calendar.manage')));
create policy change on app.calendar_setting for update using (jurisdiction_id in (select app.jurisdictions_for('calendar.manage')));
grant select, insert, update on app.calendar_setting to throughline_app;

create table app.calendar_occasion (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	event_kind text not null,
	"on" date not null,
	note text not null
);
create index calendar_occasion_jurisdiction on app.calendar_occasion (jurisdiction_id);
alter table app.calendar_occasion add constraint calendar_occasion_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger calendar_occasion_takes_next_version before insert or update on app.calendar_occasion
	for each row execute function app.fact_before_write();
create trigger calendar_occasion_never_deleted before delete on app.calendar_occasion
	for each row execute function app.refuse_change();
alter table app.calendar_occasion enable row level security;
create policy read on app.calendar_occasion for select using ((select app.person_id()) is not null);
create policy add on app.calendar_occasion for insert with check (jurisdiction_id in (select app.jurisdictions_for('calendar.manage')));
create policy change on app.calendar_occasion for update using (jurisdiction_id in (select app.jurisdictions_for('calendar.manage')));
grant select, insert, update on app.calendar_occasion to throughline_app;

create table app.planning_step (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	rule_id text not null,
	label text not null,
	days_before integer not null check (days_before between 1 and 730)
);
create index planning_step_jurisdiction on app.planning_step (jurisdiction_id);
alter table app.planning_step add constraint planning_step_has_action
	foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger planning_step_takes_next_version before insert or update on app.planning_step
	for each row execute function app.fact_before_write();
create trigger planning_step_never_deleted before delete on app.planning_step
	for each row execute function app.refuse_change();
alter table app.planning_step enable row level security;
create policy read on app.planning_step for select using ((select app.person_id()) is not null);
create policy add on app.planning_step for insert with check (jurisdiction_id in (select app.jurisdictions_for('calendar.manage')));
create policy change on app.planning_step for update using (jurisdiction_id in (select app.jurisdictions_for('calendar.manage')));
grant select, insert, update on app.planning_step to throughline_app;

drop policy read on app.action;
create policy read on app.action for select using (
	case
		when kind in ('jurisdiction', 'calendar-setting', 'calendar-occasion', 'planning-step') then (select app.person_id()) is not null
		when kind in ('person', 'role-grant') then jurisdiction_id in (select app.jurisdictions_for('people.read'))
		when kind in ('figure-load', 'measure', 'federal-result') then jurisdiction_id in (select app.jurisdictions_for('figures.read'))
		when kind = 'extract-load' then jurisdiction_id in (select app.jurisdictions_for('extracts.read'))
		when kind in ('finding', 'evidence') then jurisdiction_id in (select app.jurisdictions_for('finding.read'))
		else jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or root in (select app.readable_documents())
	end);

insert into app.role_permission (role, permission) values
	('state-analyst', 'calendar.manage'), ('administrator', 'calendar.manage'), ('installation', 'calendar.manage');
