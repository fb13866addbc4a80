-- s1_count: S1, substantiated or indicated reports (numerator) and days in care (denominator) of each child in care in the window.
with counted as (
	-- Group of a child with several stays: the first counted one (settled 15).
	select s1_stay.*, row_number() over (partition by child order by removal) as stay_number
	from s1_stay
	where left_out is null and days > 0
), summed as (
	select
		child,
		min(case when stay_number = 1 then county end) as county,
		min(case when stay_number = 1 then age_group end) as age_group,
		min(case when stay_number = 1 then risk_age end) as risk_age,
		min(case when stay_number = 1 then race_ethnicity end) as race_ethnicity,
		min(case when stay_number = 1 then sex end) as sex,
		sum(days) as days
	from counted
	group by child
)
select
	summed.child, summed.county, summed.age_group, summed.risk_age, summed.race_ethnicity, summed.sex,
	coalesce(s1_victimization.reports, 0) as numerator,
	-- No more days than the window has (option s1DayCap).
	least(
		summed.days,
		case when run.s1_day_cap = '365' then 365 else date_diff('day', run.window_start, run.window_end) + 1 end
	) as denominator
from summed
left join s1_victimization on s1_victimization.child = summed.child
cross join run
