-- The State's planners and director. What they may write is the State's own: a right can stop at the place of the grant.

alter table app.role_permission add column reach text not null default 'below' check (reach in ('own', 'below'));

create or replace function app.jurisdictions_for(wanted text) returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	select p.jurisdiction_id
		from app.role_grant g
		join app.person n on n.id = g.person_id and n.active and n.removed_at is null
		join app.role_permission r on r.role = g.role and r.permission = wanted
		join app.jurisdiction_path p on p.ancestor_id = g.jurisdiction_id
			and (r.reach = 'below' or p.jurisdiction_id = g.jurisdiction_id)
		where g.person_id = app.person_id() and g.removed_at is null
	union all
	select j.id from app.jurisdiction j where app.is_installation()
$$;

insert into app.role_permission (role, permission, reach) values
	('state-planner', 'figures.read', 'below'), ('state-planner', 'finding.read', 'below'),
	('state-planner', 'plan.read-draft', 'own'), ('state-planner', 'plan.read-submitted', 'below'),
	('state-planner', 'people.read', 'below'), ('state-planner', 'figures.load', 'own'),
	('state-planner', 'finding.confirm', 'own'), ('state-planner', 'plan.write', 'own'),
	('state-planner', 'plan.ready', 'own'), ('state-planner', 'extracts.read', 'below'),
	('state-planner', 'calendar.manage', 'below'),
	('state-director', 'figures.read', 'below'), ('state-director', 'finding.read', 'below'),
	('state-director', 'plan.read-draft', 'own'), ('state-director', 'plan.read-submitted', 'below'),
	('state-director', 'people.read', 'below'), ('state-director', 'figures.load', 'own'),
	('state-director', 'finding.confirm', 'own'), ('state-director', 'plan.write', 'own'),
	('state-director', 'plan.ready', 'own'), ('state-director', 'extracts.read', 'below'),
	('state-director', 'calendar.manage', 'below'), ('state-director', 'plan.submit', 'own'),
	('state-director', 'plan.negotiate', 'own'), ('state-director', 'plan.waive', 'own');
