-- p2_count: P2, a child in care for 12 to 23 months on the first day is 1 in the denominator, and 1 in the numerator when
-- discharged to permanency in the window.
select
	child, county, age_group, risk_age, race_ethnicity, sex,
	case when is_achieved then 1 else 0 end as numerator,
	1 as denominator
from first_day_stay
where left_out is null and months_in_care between 12 and 23
