-- What the State does to a goal that it offers reaches the places that adopted it: each revision since the offer, with its reason, and
-- how the goal was closed once the report that closes it was sent. A place reads nothing else of the State's drafts (INT-08, INT-10).

create function app.revisions_of_shared_goals() 
returns table (shared_goal_id uuid, objective_id uuid, benchmark_year integer, seq bigint, body text)
language sql stable security definer set search_path = '' rows 100 as $$
	with offered as (
		select s.id, s.goal_id, a.seq as since
			from app.shared_goal s join app.action a on a.subject = s.id and a.position = 1
			where s.removed_at is null and app.person_id() is not null),
	part as (
		select o.id, o.since, o.goal_id as subject, null::uuid as objective_id, null::integer as benchmark_year from offered o
		union all
		select o.id, o.since, v.id, v.id, null from offered o join app.objective v on v.goal_id = o.goal_id
		union all
		select o.id, o.since, b.id, v.id, null from offered o join app.objective v on v.goal_id = o.goal_id
			join app.baseline b on b.objective_id = v.id
		union all
		select o.id, o.since, t.id, v.id, t.benchmark_year from offered o join app.objective v on v.goal_id = o.goal_id
			join app.target t on t.objective_id = v.id)
	select p.id, p.objective_id, p.benchmark_year, a.seq, a.body from part p join app.action a on a.subject = p.subject and a.seq > p.since
		order by a.seq
$$;

create function app.closings_of_shared_goals()
returns table (shared_goal_id uuid, closing text, closing_reason text, report text, submitted_on date)
language sql stable security definer set search_path = '' rows 20 as $$
	select distinct on (s.id) s.id, c.closing, c.closing_reason, d.title, d.submitted_on
		from app.shared_goal s
		join app.carried_part c on c.part_id = s.goal_id and c.part_kind = 'goal' and c.closing is not null and c.removed_at is null
		join app.document d on d.id = c.document_id and d.removed_at is null and d.state in ('submitted', 'accepted')
		where s.removed_at is null and app.person_id() is not null
		order by s.id, d.submitted_on desc nulls last
$$;

revoke execute on function app.revisions_of_shared_goals(), app.closings_of_shared_goals() from public;
grant execute on function app.revisions_of_shared_goals(), app.closings_of_shared_goals() to throughline_app;

-- Why a goal was negotiated anew is one thing, what has changed around it another (42 USC 629b(a)(2)(C)(i)).
alter table app.amendment add column circumstance text not null default '';
