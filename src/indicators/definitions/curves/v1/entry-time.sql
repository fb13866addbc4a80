-- entry_time: children who enter care in the window, with the time until they leave it and how, or until the files end.
-- The cohort is that of P1 (Data Dictionary Aug 2022, section 1.4): a child counts once, by the first entry of the window; if that
-- one is left out, so is the child (settled 17). Reads all files that are given from the window's first on.
with entry as (
	select
		episode.*,
		-- Rule 2: the 18th birthday ends the stay (settled 22).
		least(exit, birthday_18) as care_end
	from episode
	cross join run
	where removal between run.window_start and run.window_end
		and (previous_removal is null or previous_removal < run.window_start)
), counted as (
	select
		entry.*,
		run_curve.files_end,
		-- Whoever is in care when the files end was seen until then.
		least(care_end, run_curve.files_end) as last_day
	from entry
	cross join run_curve
	where fault is null -- rule 5
		and removal < birthday_18 -- rule 3, case 26
		and not is_length_unknown -- section 2.4, settled 11
		and not is_reason_missing -- case 50
		and not is_reason_lost -- cases 39 and 40
		and date_diff('day', removal, care_end) >= 8 -- cases 1 to 5
)
select
	child, county, sex, race_ethnicity,
	age_group(completed_months(dob, removal)) as age_group,
	case
		when care_end > files_end then 'in-care'
		-- Rule 10: to permanency; rule 2: before the 18th birthday (case 24).
		when exit < birthday_18 and reason = 'REUNIFICATION' then 'reunification'
		when exit < birthday_18 and reason = 'RELATIVE' then 'relative'
		when exit < birthday_18 and reason = 'ADOPTION' then 'adoption'
		when exit < birthday_18 and reason = 'GUARDIANSHIP' then 'guardianship'
		else 'other'
	end as exit_kind,
	-- Rule 9: completed months, and days beyond them, which order children of the same month.
	completed_months(removal, last_day) as months,
	cast(
		extract(day from last_day) - extract(day from removal)
		+ case when extract(day from last_day) < extract(day from removal) then 31 else 0 end as integer
	) as days
from counted
