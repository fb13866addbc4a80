-- Goals of the State that regions, counties and Tribes make their own, with targets of their own (INT-10).

create table app.shared_goal (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	goal_id uuid not null references app.goal,
	note text not null
);
create unique index shared_goal_once on app.shared_goal (goal_id) where removed_at is null;
alter table app.shared_goal enable row level security;
create policy read on app.shared_goal for select using ((select app.person_id()) is not null);
create policy add on app.shared_goal for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.shared_goal for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

create table app.goal_adoption (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	shared_goal_id uuid not null references app.shared_goal,
	objective_id uuid references app.objective,
	baseline_numerator double precision,
	baseline_denominator double precision,
	baseline_value double precision,
	baseline_period_end date,
	target double precision,
	"by" date,
	note text not null
);
create index goal_adoption_goal on app.goal_adoption (shared_goal_id);
create unique index goal_adoption_once on app.goal_adoption (jurisdiction_id, shared_goal_id, objective_id)
	nulls not distinct where removed_at is null;
alter table app.goal_adoption enable row level security;
-- What a place promised the State is not a draft: the State reads it.
create policy read on app.goal_adoption for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or jurisdiction_id in (select app.jurisdictions_for('plan.read-submitted')));
create policy add on app.goal_adoption for insert with check (jurisdiction_id in (select app.jurisdictions_for('plan.write')));
create policy change on app.goal_adoption for update using (jurisdiction_id in (select app.jurisdictions_for('plan.write')));

do $$
declare
	fact text;
begin
	foreach fact in array array['shared_goal', 'goal_adoption'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
	end loop;
end $$;

-- A goal that the State shares is read by everybody who is signed in, with its objectives and measures.
create or replace function app.readable_goals() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	select g.id from app.goal g where g.jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	union
	select u.goal_id from app.goal_use u where u.removed_at is null and u.document_id in (select app.readable_documents())
	union
	select s.goal_id from app.shared_goal s where s.removed_at is null and app.person_id() is not null
$$;

create function app.shared_measures() returns setof uuid
language sql stable security definer set search_path = '' rows 10 as $$
	select o.measure_id from app.shared_goal s join app.objective o on o.goal_id = s.goal_id
		where s.removed_at is null and o.measure_id is not null and app.person_id() is not null
$$;
revoke execute on function app.shared_measures() from public;
grant execute on function app.shared_measures() to throughline_app;
drop policy read on app.measure;
create policy read on app.measure for select using (
	jurisdiction_id in (select app.jurisdictions_for('figures.read')) or id in (select app.shared_measures()));

-- Why a goal should be reached, and what its strategies need to work as meant: as visible as the goal.

create table app.theory_of_change (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	goal_id uuid not null references app.goal unique,
	problem text not null,
	root_cause text not null,
	population text not null,
	chain text[] not null,
	assumptions text not null
);
alter table app.theory_of_change enable row level security;
create policy read on app.theory_of_change for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) or goal_id in (select app.readable_goals()));

create table app.intervention (
	id uuid primary key,
	version integer not null,
	removed_at timestamptz,
	jurisdiction_id uuid not null references app.jurisdiction,
	strategy_id uuid not null references app.strategy unique,
	reach text not null,
	evidence_rating text not null,
	selection text not null,
	stage text not null,
	fidelity text not null,
	training_need text not null,
	assistance_need text not null,
	policy_need text not null,
	data_need text not null,
	workforce_need text not null,
	money_need text not null
);
alter table app.intervention enable row level security;
create policy read on app.intervention for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or exists (select from app.strategy s where s.id = strategy_id));

do $$
declare
	fact text;
begin
	foreach fact in array array['theory_of_change', 'intervention'] loop
		execute format('alter table app.%I add constraint %I foreign key (id, version) references app.action (subject, position) deferrable initially deferred', fact, fact || '_has_action');
		execute format('create trigger %I before insert or update on app.%I for each row execute function app.fact_before_write()', fact || '_takes_next_version', fact);
		execute format('create trigger %I before delete on app.%I for each row execute function app.refuse_change()', fact || '_never_deleted', fact);
		execute format('create policy add on app.%I for insert with check (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
		execute format('create policy change on app.%I for update using (jurisdiction_id in (select app.jurisdictions_for(''plan.write'')))', fact);
		execute format('grant select, insert, update on app.%I to throughline_app', fact);
	end loop;
end $$;
