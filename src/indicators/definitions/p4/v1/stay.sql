-- p4_stay: children who leave care in the window to reunification, a relative or guardianship, with why each is left out or counts.
-- P4, Data Dictionary Aug 2022 (Round 4): re-entry to foster care in 12 months, a cohort of exits. Adoption is not in it (rule 10,
-- case 93) and there is no 8-day rule (case 98). Reads four files.
with departure as (
	-- The first exit is chosen before anything is left out (settled 17; option p4MultipleExits). An exit without a reason may be
	-- that first one, and then takes the child out. Age 18 is no discharge to permanency (rule 2).
	select episode.*, row_number() over (partition by child order by exit, removal) as exit_number
	from episode
	cross join run
	where files_read = 4 and exit between run.window_start and run.window_end
		and (reason in ('REUNIFICATION', 'RELATIVE', 'GUARDIANSHIP') or reason is null)
		and (birthday_18 is null or exit < birthday_18)
)
select
	child, file, record, removal, exit, reason, next_removal,
	county, sex, race_ethnicity,
	-- Risk adjustment and age groups of P4: age at exit.
	age_group(completed_months(dob, exit)) as age_group,
	risk_age(completed_months(dob, exit)) as risk_age,
	case
		when fault is not null then fault
		when is_reason_missing then 'missing-discharge-reason' -- case 50
		when next_removal < exit then 'reentry-before-exit' -- case 96
		when is_reason_lost then 'same-period-reentry' -- settled 12
	end as left_out,
	-- The next removal date of the child (settled 25; case 97): on the exit day it counts, at 18 or later it does not (case 28),
	-- within 12 months (cases 94 and 95; option within12Months).
	next_removal is not null and next_removal < birthday_18
		and case
			when run.within_12_months = 'months' then completed_months(exit, next_removal) < 12
			else next_removal <= one_year_after(exit)
		end as is_reentry
from departure
cross join run
where exit_number = 1 or run.p4_multiple_exits = 'every'
