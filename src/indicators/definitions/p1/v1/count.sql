-- p1_count: P1, a child entering care is 1 in the denominator, and 1 in the numerator when discharged to permanency in 12 months.
select
	child, county, age_group, risk_age, race_ethnicity, sex,
	case when is_achieved then 1 else 0 end as numerator,
	1 as denominator
from p1_stay
where left_out is null
