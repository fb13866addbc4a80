-- visit_count: one row a child with its months in care, months visited, and months visited in the child's residence. Every child is
-- counted once, in the group of its first month.
with ranked as (
	select visit_month.*, row_number() over (partition by child order by month_start) as month_number
	from visit_month
)
select
	child,
	min(case when month_number = 1 then county end) as county,
	min(case when month_number = 1 then age_group end) as age_group,
	min(case when month_number = 1 then race_ethnicity end) as race_ethnicity,
	min(case when month_number = 1 then sex end) as sex,
	count(*) as child_months,
	sum(visited) as visited,
	sum(in_residence) as in_residence
from ranked
group by child
