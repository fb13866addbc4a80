-- Made for many counties and people. A plan's page asks some thirty tables, and each asks anew what this person may read. Where the
-- functions that say it called each other, that was 117 walks over the grants for one page of a State's analyst (58 counties, 380
-- people: 60 ms); now each of these two walks them once, and who asks is worked out once in a statement, not once for each grant.
-- What they answer is the same; test/access holds it.

create or replace function app.jurisdictions_for(wanted text) returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	select p.jurisdiction_id
		from app.role_grant g
		join app.person n on n.id = g.person_id and n.active and n.removed_at is null
		join app.role_permission r on r.role = g.role and r.permission = wanted
		join app.jurisdiction_path p on p.ancestor_id = g.jurisdiction_id
			and (r.reach = 'below' or p.jurisdiction_id = g.jurisdiction_id)
		where g.person_id = (select app.person_id()) and g.removed_at is null
	union all
	select j.id from app.jurisdiction j where (select app.is_installation())
$$;

create or replace function app.readable_documents() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
	with place as materialized (
		select p.jurisdiction_id, r.permission
			from app.role_grant g
			join app.person n on n.id = g.person_id and n.active and n.removed_at is null
			join app.role_permission r on r.role = g.role
				and r.permission in ('plan.read-draft', 'plan.read-submitted', 'plan.review')
			join app.jurisdiction_path p on p.ancestor_id = g.jurisdiction_id
				and (r.reach = 'below' or p.jurisdiction_id = g.jurisdiction_id)
			where g.person_id = (select app.person_id()) and g.removed_at is null)
	select d.id from app.document d
		where (select app.is_installation())
			or d.jurisdiction_id in (select jurisdiction_id from place where permission = 'plan.read-draft')
			or (d.state in ('submitted', 'under-review', 'recommendations-made', 'returned', 'in-negotiation',
					'assigned-by-state', 'accepted')
				and d.jurisdiction_id in (select jurisdiction_id from place where permission = 'plan.read-submitted'))
			or d.id in (select s.document_id from app.draft_share s
				where s.removed_at is null and s.ended_on is null
					and s.jurisdiction_id in (select jurisdiction_id from place where permission = 'plan.review'))
$$;

-- The newest figure of each series, for the State's pages on all counties: found in the index alone.
create index observation_newest on app.observation
	(jurisdiction_id, vintage, indicator, population_group, period_end desc, period_start desc) include (id) where current;
