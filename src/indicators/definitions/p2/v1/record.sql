-- p2_record: the records behind P2: every stay of a child in care on the first day, with what it adds or why it is left out.
with judged as (
	select
		first_day_stay.*,
		-- Bins by completed months (section 1.5); a stay of another bin is said to be that, whatever else is wrong with it.
		coalesce(
			case
			when months_in_care < 12 then 'in-care-under-12-months'
			when months_in_care > 23 then 'in-care-over-23-months'
		end,
			left_out
		) as why
	from first_day_stay
)
select
	'stay' as subject, child, file, record, county, age_group, race_ethnicity, sex, removal, exit, exit as care_end, reason,
	cast(null as date) as next_removal, cast(null as date) as report_date, cast(null as date) as incident_date,
	cast(null as date) as initial_date, months_in_care,
	case when why is null and is_achieved then 1 else 0 end as numerator,
	case when why is null then 1 else 0 end as denominator,
	why as left_out
from judged
