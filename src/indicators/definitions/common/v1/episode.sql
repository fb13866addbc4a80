-- episode: stays in care with their neighbours and faults; what P1 to P5 and S1 count.
with corrected as (
	-- Case 46, settled 10: a later file has the same ordinal of removal under another date. That date replaces this one, unless
	-- this stay had ended on or before it.
	select
		last_row.*,
		min(removal) over (
			partition by files_read, child, removal_ordinal
			order by file_number range between 1 following and unbounded following
		) as corrected_removal
	from last_row
	where not is_only_removal
), several as (
	select
		corrected.*,
		lag(removal) over by_removal as previous_removal,
		lead(removal) over by_removal as next_removal,
		lead(file_number) over by_removal as next_file,
		lead(total_removals) over by_removal as next_total_removals,
		lead(prior_discharge) over by_removal as next_prior_discharge
	from corrected
	where corrected_removal is null or removal_ordinal is null or exit <= corrected_removal
	window by_removal as (partition by files_read, child order by removal)
), stay as (
	select several.* from several
	union all
	select
		last_row.*,
		cast(null as date) as corrected_removal, cast(null as date) as previous_removal, cast(null as date) as next_removal,
		cast(null as integer) as next_file, cast(null as integer) as next_total_removals,
		cast(null as date) as next_prior_discharge
	from last_row
	cross join run
	-- P1 reads its files for entries of the window and P4 for exits: other stays matter there only as neighbours.
	where is_only_removal
		and (
			keeps = 'all'
			or (keeps = 'entries' and removal between run.window_start and run.window_end)
			or (keeps = 'exits' and exit between run.window_start and run.window_end)
		)
)
select
	files_read, file_number, file, record, child, record_number, county, sex, race_ethnicity, dob,
	birthday_18(dob) as birthday_18,
	removal, exit, reason, source, placements, has_placements, period, previous_removal, next_removal,
	last_is_trial_home_visit, last_setting_start,
	-- Section 1.2, prior-discharge repair (cases 40 and 41): no discharge date in the first file, a date of prior discharge in the
	-- second, and exactly one removal more.
	case
		when exit is null and file_number = 1 and next_file = 2 and next_total_removals = total_removals + 1
		then next_prior_discharge
	end as repaired_exit,
	-- Open in a file that is not the last one read, and told by no later one: dropped (section 2.4; cases 42 to 44), or the child
	-- is there under other removals only (settled 11). How long the stay was is not known.
	exit is null and file_number < files_read as is_length_unknown,
	-- Records that a data-quality check takes out of every indicator (rule 5; section 2.4; cases 6 and 51 to 53).
	case
		when dob is null then 'missing-dob'
		when dob > removal then 'dob-after-entry'
		when exit < removal then 'exit-before-removal'
		when exit = removal then 'same-day'
		when dob > exit then 'dob-after-exit'
	end as fault,
	exit is not null and reason is null as is_reason_missing,
	-- Settled 12 (case 39): exit and a later removal in one six-month period.
	reason_lost_on_reentry and exit is not null and next_removal is not null and next_removal >= exit
		and six_month_period(exit) = six_month_period(next_removal) as is_reason_lost
from stay
