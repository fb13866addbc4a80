-- quality_file: the data-quality checks of each AFCARS file (section 2.4, Data Dictionary Aug 2022): how many records fail, of how
-- many. A check runs only on records that have the values it needs, except those that look for missing values.
select
	period,
	sum(case when is_in_next_file then 0 else 1 end) as id_no_match_next_period_failed,
	count(*) as id_no_match_next_period_of,
	sum(case when dob > removal then 1 else 0 end) as dob_after_entry_failed,
	sum(case when dob is not null and removal is not null then 1 else 0 end) as dob_after_entry_of,
	sum(case when dob > exit then 1 else 0 end) as dob_after_exit_failed,
	sum(case when dob is not null and exit is not null then 1 else 0 end) as dob_after_exit_of,
	sum(case when exit is null and not is_in_next_file then 1 else 0 end) as dropped_records_failed,
	count(*) as dropped_records_of,
	sum(case when removal = exit then 1 else 0 end) as same_day_failed,
	sum(case when removal is not null and exit is not null then 1 else 0 end) as same_day_of,
	sum(case when exit < removal then 1 else 0 end) as exit_before_removal_failed,
	sum(case when removal is not null and exit is not null then 1 else 0 end) as exit_before_removal_of,
	sum(case when dob is null then 1 else 0 end) as missing_dob_failed,
	count(*) as missing_dob_of,
	sum(case when removal is null then 1 else 0 end) as missing_removal_date_failed,
	count(*) as missing_removal_date_of,
	sum(case when exit is not null and reason is null then 1 else 0 end) as missing_discharge_reason_failed,
	sum(case when exit is not null then 1 else 0 end) as missing_discharge_reason_of,
	sum(case when has_placements then 0 else 1 end) as missing_num_placements_failed,
	count(*) as missing_num_placements_of,
	sum(case when total_removals = 1 then 1 else 0 end) as pct_first_removal_failed,
	sum(case when total_removals is not null then 1 else 0 end) as pct_first_removal_of
from quality_record
group by period
