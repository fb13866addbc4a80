-- s1_stay: every stay in care during the window, with its days and why it is left out or counts.
-- S1, Data Dictionary Aug 2022: maltreatment in foster care. Reads two AFCARS files.
with known as (
	-- Prior-discharge repair (section 1.2; cases 40 and 41).
	select episode.*, coalesce(exit, repaired_exit) as known_exit
	from episode
	cross join run
	where files_read = 2 and removal <= run.window_end
), ended as (
	-- Rule 2: the 18th birthday ends the stay (case 20); an end after the window means still in care (settled 14).
	select known.*, least(known_exit, birthday_18) as care_end
	from known
	cross join run
	-- Rules 7 and 8: entered in the window, or in care on its first day.
	where removal >= run.window_start or known_exit is null or known_exit >= run.window_start
)
select
	child, record_number, file, record, removal, known_exit as exit, care_end,
	county, sex, race_ethnicity,
	-- Risk adjustment and age groups of S1: age at entry of those who enter, age on the first day of the others.
	age_group(completed_months(dob, greatest(removal, run.window_start))) as age_group,
	risk_age(completed_months(dob, greatest(removal, run.window_start))) as risk_age,
	case
		when fault is not null then fault
		when known_exit < removal then 'exit-before-removal'
		when known_exit = removal then 'same-day'
		when removal >= birthday_18 then 'age-18-at-entry' -- rule 3, case 26
		when birthday_18 <= run.window_start then 'age-18-on-first-day' -- rule 3, case 19
		when is_length_unknown and known_exit is null then 'dropped-records' -- exclusion 6, settled 11, case 41
		when care_end <= run.window_end and date_diff('day', removal, care_end) < 8
			then 'stay-under-8-days' -- exclusion 1; open short stays remain (cases 1 to 4)
	end as left_out,
	-- Days in care in the window: one more for a child who is there from the first day to the last (cases 8 and 9).
	case
		when care_end <= run.window_end then date_diff('day', greatest(removal, run.window_start), care_end)
		when removal >= run.window_start then date_diff('day', removal, run.window_end)
		else date_diff('day', run.window_start, run.window_end) + 1
	end as days,
	-- The last day on which a report counts: the day before the exit (case 71), or the end of the window (settled 14; option
	-- s1LastDayReport).
	case
		when care_end <= run.window_end then care_end - 1
		when run.s1_last_day_report = 'include' then run.window_end
		else run.window_end - 1
	end as last_report_day
from ended
cross join run
