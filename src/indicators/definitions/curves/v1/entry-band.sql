-- entry_band: the cohort of P1, by when its children left care to permanency in steps of six months: what of an entry cohort may be
-- shown masked. The first two bands together are the numerator of P1, all of them its denominator, to the last child.
-- Every child is seen for 18 months: the five files of P1 end 18 months after the window.
select
	p1_stay.child, p1_stay.county, p1_stay.age_group, p1_stay.race_ethnicity, p1_stay.sex,
	case
		when is_achieved and completed_months(p1_stay.removal, p1_stay.exit) < 6 then 'by-6'
		when is_achieved then 'by-12'
		-- Rule 10: to permanency; rule 2: before the 18th birthday (case 24).
		when p1_stay.reason in ('REUNIFICATION', 'RELATIVE', 'ADOPTION', 'GUARDIANSHIP') and p1_stay.exit < episode.birthday_18
			and completed_months(p1_stay.removal, p1_stay.exit) < 18 then 'by-18'
		when completed_months(p1_stay.removal, p1_stay.care_end) < 18 then 'other'
		else 'in-care'
	end as band
from p1_stay
join episode on episode.child = p1_stay.child and episode.file = p1_stay.file and episode.record = p1_stay.record
	and episode.removal = p1_stay.removal and episode.files_read = 5
where left_out is null
