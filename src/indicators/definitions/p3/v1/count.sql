-- p3_count: P3, a child in care for 24 months or more on the first day is 1 in the denominator, and 1 in the numerator when
-- discharged to permanency in the window.
select
	child, county, age_group, risk_age, race_ethnicity, sex,
	case when is_achieved then 1 else 0 end as numerator,
	1 as denominator
from first_day_stay
where left_out is null and months_in_care >= 24
