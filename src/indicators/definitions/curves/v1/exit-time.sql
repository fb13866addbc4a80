-- exit_time: children who leave care in the window, with how long they stayed and how they left, and of those who left to
-- reunification, a relative or guardianship the time until they come back, turn 18, or the files end.
-- As P4 (Data Dictionary Aug 2022, section 1.6) a child counts once, by the first exit of the window, but whatever its reason; if that
-- one is left out, so is the child (settled 17). There is no 8-day rule (case 98). Reads all files from the window's first on.
with departure as (
	select
		episode.*,
		-- Rule 2: the 18th birthday ends the stay (settled 22).
		least(exit, birthday_18) as care_end
	from episode
), numbered as (
	select departure.*, row_number() over (partition by child order by care_end, removal) as exit_number
	from departure
	cross join run
	where care_end between run.window_start and run.window_end
), counted as (
	select
		numbered.*,
		case
			-- Rule 10: to permanency; rule 2: before the 18th birthday (case 24).
			when exit < birthday_18 and reason = 'REUNIFICATION' then 'reunification'
			when exit < birthday_18 and reason = 'RELATIVE' then 'relative'
			when exit < birthday_18 and reason = 'ADOPTION' then 'adoption'
			when exit < birthday_18 and reason = 'GUARDIANSHIP' then 'guardianship'
			else 'other'
		end as exit_kind
	from numbered
	where exit_number = 1
		and fault is null -- rule 5
		and removal < birthday_18 -- rule 3, case 26
		and not is_length_unknown -- section 2.4, settled 11
		and not is_reason_missing -- case 50
		and not is_reason_lost -- settled 12
), followed as (
	select
		counted.*,
		case
			-- Cases 93 and 98: whoever left to adoption, or not to permanency, is not of P4's cohort.
			when exit_kind not in ('reunification', 'relative', 'guardianship') then 'not-followed'
			-- The next removal date of the child (settled 25; case 97); at 18 or later it does not count (case 28).
			when next_removal < birthday_18 and next_removal <= run_curve.files_end then 'reentry'
			when birthday_18 <= run_curve.files_end then 'turned-18'
			else 'out-of-care'
		end as follow_kind,
		case
			when next_removal < birthday_18 and next_removal <= run_curve.files_end then next_removal
			else least(birthday_18, run_curve.files_end)
		end as follow_end
	from counted
	cross join run_curve
	where next_removal is null or next_removal >= care_end -- case 96
)
select
	child, county, sex, race_ethnicity,
	age_group(completed_months(dob, care_end)) as age_group,
	exit_kind,
	completed_months(removal, care_end) as stay_months,
	cast(date_diff('day', removal, care_end) as integer) as stay_days,
	follow_kind,
	-- Rule 9: completed months, and days beyond them, which order children of the same month.
	completed_months(care_end, follow_end) as months,
	cast(
		extract(day from follow_end) - extract(day from care_end)
		+ case when extract(day from follow_end) < extract(day from care_end) then 31 else 0 end as integer
	) as days
from followed
