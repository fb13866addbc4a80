-- first_day_stay: children in care on the first day of the window, with why each is left out or counts.
-- P2 and P3, Data Dictionary Aug 2022: permanency in 12 months for children in care 12 to 23 months, and 24 months or more. Read
-- two files.
with in_care as (
	-- Rule 7: a removal on the first day is an entry and an exit on it is still in care (cases 7, 8 and 14). Of several stays the
	-- one with the latest removal (settled 17).
	select episode.*, row_number() over (partition by child order by removal desc) as stay_number
	from episode
	cross join run
	where files_read = 2 and removal < run.window_start and (exit is null or exit >= run.window_start)
)
select
	child, file, record, removal, exit, reason,
	county, sex, race_ethnicity,
	-- Bins by completed months from the latest removal to the first day (cases 10 to 13).
	completed_months(removal, run.window_start) as months_in_care,
	-- Risk adjustment and age groups of P2 and P3: age on the first day.
	age_group(completed_months(dob, run.window_start)) as age_group,
	risk_age(completed_months(dob, run.window_start)) as risk_age,
	case
		when fault is not null then fault
		when birthday_18 <= run.window_start then 'age-18-on-first-day' -- rule 3, case 19
		when is_length_unknown then 'dropped-records' -- section 2.4, settled 11
		when is_reason_missing then 'missing-discharge-reason' -- case 50
		when is_reason_lost then 'same-period-reentry' -- settled 12
	end as left_out,
	-- Rule 10: to permanency; rule 2: before the 18th birthday (cases 20 to 23); within 12 months of the first day (cases 15, 16).
	-- No trial home visit adjustment here (case 34).
	reason in ('REUNIFICATION', 'RELATIVE', 'ADOPTION', 'GUARDIANSHIP') and exit < birthday_18
		and exit <= run.window_end as is_achieved
from in_care
cross join run
where stay_number = 1
