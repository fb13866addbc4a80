-- exit_band: the cohort of P4, by when its children came back into care in steps of six months: what of an exit cohort may be shown
-- masked. The first two bands together are the numerator of P4, all of them its denominator, to the last child.
select
	child, county, age_group, race_ethnicity, sex,
	case
		when is_reentry and completed_months(exit, next_removal) < 6 then 'by-6'
		when is_reentry then 'by-12'
		else 'out-of-care'
	end as band
from p4_stay
where left_out is null
