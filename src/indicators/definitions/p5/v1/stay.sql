-- p5_stay: every stay that begins in the window, with its days in care and why it is left out or counts.
-- P5, Data Dictionary Aug 2022: placement stability. All entries of the window are summed, not only the first (section 1.7; cases 37
-- and 68). Reads two files.
with known as (
	-- Prior-discharge repair, only when that date lies in the period of the first file (section 1.7, settled 11; case 40).
	select
		episode.*,
		coalesce(exit, case when six_month_period(repaired_exit) = six_month_period(run.window_start) then repaired_exit end)
			as known_exit
	from episode
	cross join run
	where files_read = 2 and removal between run.window_start and run.window_end
), ended as (
	-- Rule 2: the 18th birthday ends the stay; an end after the window means still in care (settled 14).
	select known.*, least(known_exit, birthday_18) as care_end from known
)
select
	child, file, record, removal, known_exit as exit, period, source, placements, last_setting_start, birthday_18, care_end,
	county, sex, race_ethnicity,
	-- Risk adjustment and age groups of P5: age at entry.
	age_group(completed_months(dob, removal)) as age_group,
	risk_age(completed_months(dob, removal)) as risk_age,
	case
		when fault is not null then fault
		when known_exit < removal then 'exit-before-removal'
		when known_exit = removal then 'same-day'
		when removal >= birthday_18 then 'age-18-at-entry' -- rule 3, case 26
		when is_length_unknown and known_exit is null then 'dropped-records' -- section 2.4, settled 11
		when not has_placements then 'missing-num-placements' -- case 54
		when care_end <= run.window_end and date_diff('day', removal, care_end) < 8 then 'stay-under-8-days' -- cases 1 to 4
	end as left_out,
	-- Days up to the end of the window; no day more for those who enter (cases 3, 4, 9, 20 and 24).
	date_diff('day', removal, case when care_end <= run.window_end then care_end else run.window_end end) as days
from ended
cross join run
