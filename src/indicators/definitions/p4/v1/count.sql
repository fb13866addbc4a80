-- p4_count: P4, an exit is 1 in the denominator, and 1 in the numerator when the child re-enters care in 12 months.
select
	child, county, age_group, risk_age, race_ethnicity, sex,
	case when is_reentry then 1 else 0 end as numerator,
	1 as denominator
from p4_stay
where left_out is null
