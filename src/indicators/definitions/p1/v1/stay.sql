-- p1_stay: children who enter care in the window, with why each is left out or counts.
-- P1, Data Dictionary Aug 2022: permanency in 12 months for children entering care. A child counts once, by the first entry of the
-- window; if that one is left out, so is the child (settled 17). Reads five files.
with entry as (
	select
		episode.*,
		-- Rule 2: the 18th birthday ends the stay (settled 22).
		least(exit, birthday_18) as care_end,
		-- Trial home visit (cases 29 to 33): the last setting, more than 30 days, and then reunification.
		last_is_trial_home_visit and reason = 'REUNIFICATION' and last_setting_start >= removal
			and date_diff('day', last_setting_start, exit) > 30 as is_trial_home_visit
	from episode
	cross join run
	where files_read = 5 and removal between run.window_start and run.window_end
		and (previous_removal is null or previous_removal < run.window_start)
)
select
	child, file, record, removal, exit, reason, care_end,
	county, sex, race_ethnicity,
	-- Risk adjustment and age groups of P1: age at entry.
	age_group(completed_months(dob, removal)) as age_group,
	risk_age(completed_months(dob, removal)) as risk_age,
	case
		when fault is not null then fault
		when removal >= birthday_18 then 'age-18-at-entry' -- rule 3, case 26
		when is_length_unknown then 'dropped-records' -- section 2.4, settled 11
		when is_reason_missing then 'missing-discharge-reason' -- case 50
		when is_reason_lost then 'same-period-reentry' -- cases 39 and 40
		when date_diff('day', removal, care_end) < 8 then 'stay-under-8-days' -- cases 1 to 5
	end as left_out,
	-- Rule 10: to permanency; rule 2: before the 18th birthday (case 24); within 12 months of entry (cases 17 and 18; option
	-- within12Months). Time of a trial home visit above 30 days is taken off; settled 29 for the anniversary.
	reason in ('REUNIFICATION', 'RELATIVE', 'ADOPTION', 'GUARDIANSHIP') and exit < birthday_18
		and case
			when run.within_12_months = 'months' and is_trial_home_visit then completed_months(removal, last_setting_start) + 1 < 12
			when run.within_12_months = 'months' then completed_months(removal, exit) < 12
			when is_trial_home_visit then last_setting_start + 30 <= one_year_after(removal)
			else exit <= one_year_after(removal)
		end as is_achieved
from entry
cross join run
