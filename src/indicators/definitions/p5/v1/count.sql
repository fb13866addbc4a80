-- p5_count: P5, placement moves (numerator) and days in care (denominator) of each child who enters care in the window.
with summed as (
	select
		child,
		min(case when stay_number = 1 then county end) as county,
		min(case when stay_number = 1 then age_group end) as age_group,
		min(case when stay_number = 1 then risk_age end) as risk_age,
		min(case when stay_number = 1 then race_ethnicity end) as race_ethnicity,
		min(case when stay_number = 1 then sex end) as sex,
		sum(moves) as numerator,
		-- 364 days at most, as written also in a leap year (settled 16).
		least(sum(days), 364) as denominator
	from p5_stay_moves
	group by child
)
select child, county, age_group, risk_age, race_ethnicity, sex, numerator, denominator
from summed
-- Children without days, and with more moves than days (case 55), are dropped.
where denominator > 0 and numerator <= denominator
