-- stay_row: what each file tells of each stay, beside the next file that tells of it.
-- Rule 6: a stay is one child and removal date; the last file that an indicator reads and that tells of it decides (rule 1; cases 46
-- and 47). Rows without a removal date tell of no stay.
select
	child, record_number, file, record, period, period_number, source, county, sex, race_ethnicity, dob,
	removal, exit, reason, total_removals, removal_ordinal, prior_discharge, placements, has_placements,
	last_is_trial_home_visit, last_setting_start,
	case when lead(removal) over by_removal = removal then lead(period_number) over by_removal end as next_period,
	-- A child with one removal date in all files has no neighbouring stays.
	first_value(removal) over all_of_child = last_value(removal) over all_of_child as is_only_removal
from file_row
where removal is not null
window
	by_removal as (partition by child order by removal, period_number, place, exit nulls first, reason nulls first),
	all_of_child as (
		partition by child order by removal, period_number, place, exit nulls first, reason nulls first
		rows between unbounded preceding and unbounded following
	)
