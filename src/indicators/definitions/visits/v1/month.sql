-- visit_month: one row a child and calendar month in care on every day of it (section 5.2), with whether the child was visited.
with seen as (
	-- However many visits a month has, it is one visited month (case 102).
	select
		visit_row.child, run_month.month_start,
		max(case when visit_row.in_residence then 1 else 0 end) as in_residence
	from visit_row
	join run_month on visit_row.visited_on between run_month.month_start and run_month.month_end
	group by visit_row.child, run_month.month_start
)
select
	visit_span.child, visit_span.county, visit_span.race_ethnicity, visit_span.sex, run_month.month_start,
	age_group(completed_months(visit_span.dob, run_month.month_start)) as age_group,
	case when seen.child is null then 0 else 1 end as visited,
	coalesce(seen.in_residence, 0) as in_residence
from visit_span
join run_month on visit_span.first_day <= run_month.month_start and visit_span.last_day >= run_month.month_end
cross join visit_run
left join seen on seen.child = visit_span.child and seen.month_start = run_month.month_start
-- Under 18 on the first of the month; not settled federally (option age18Month).
where visit_span.birthday_18
	> case when visit_run.age_18_month = 'firstOfMonth' then run_month.month_start else run_month.month_end end
