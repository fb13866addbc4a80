-- Guided steps of change: choices weighed against criteria, and whether what a strategy leans on is there.

create table app.weighed_option (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	goal_id uuid not null references app.goal,
	place integer not null check (place between 1 and 8),
	option text not null,
	is_chosen boolean not null,
	evidence_fit text not null check (evidence_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	evidence_reason text not null,
	cause_fit text not null check (cause_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	cause_reason text not null,
	people_fit text not null check (people_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	people_reason text not null,
	capacity_fit text not null check (capacity_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	capacity_reason text not null,
	partners_fit text not null check (partners_fit in ('not-looked-at', 'poor', 'in-part', 'good')),
	partners_reason text not null,
	unique (goal_id, place)
);
alter table app.weighed_option add constraint weighed_option_has_action foreign key (id, version) references app.action (subject, position) deferrable initially deferred;
create trigger weighed_option_takes_next_version before insert or update on app.weighed_option for each row execute function app.fact_before_write();
create trigger weighed_option_never_deleted before delete on app.weighed_option for each row execute function app.refuse_change();
alter table app.weighed_option enable row level security;
grant select, insert, update on app.weighed_option to throughline_app;
-- As visible as the goal.
create policy read on app.weighed_option for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or goal_id in (select app.readable_goals()));
create policy add on app.weighed_option for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.weighed_option for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

alter table app.theory_of_change add column choice text not null default '';

alter table app.intervention
	add column readiness text not null default '',
	add column resources_standing text not null default 'not-looked-at' check (resources_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column resources_note text not null default '',
	add column infrastructure_standing text not null default 'not-looked-at' check (infrastructure_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column infrastructure_note text not null default '',
	add column knowledge_standing text not null default 'not-looked-at' check (knowledge_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column knowledge_note text not null default '',
	add column culture_standing text not null default 'not-looked-at' check (culture_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column culture_note text not null default '',
	add column engagement_standing text not null default 'not-looked-at' check (engagement_standing in ('not-looked-at', 'missing', 'in-part', 'in-place')),
	add column engagement_note text not null default '';
