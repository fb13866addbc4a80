-- quality_match_year: the checks of victims across two NCANDS years, of distinct children (section 2.4, Data Dictionary Aug 2022).
with compared as (
	-- Children without sex or age in either year, and under 1 without birth date, leave the check; under 1 by the earlier year's age
	-- (settled 20).
	select
		quality_victim.*,
		is_in_next_year and sex <> 'unknown' and next_sex <> 'unknown' and age is not null and next_age is not null
			and (age > 0 or (dob is not null and next_dob is not null)) as is_compared
	from quality_victim
)
select
	year,
	sum(case when is_in_next_year then 1 else 0 end) as victim_ids_match_failed,
	count(*) as victim_ids_match_of,
	sum(
		case
			when is_compared and (sex <> next_sex or next_age - age < 0 or next_age - age > 3 or (age = 0 and dob <> next_dob)) then 1
			else 0
		end
	) as ids_match_demog_differ_failed,
	sum(case when is_compared then 1 else 0 end) as ids_match_demog_differ_of
from compared
group by year
