-- quality_victim: the first victim row of each child and NCANDS year (settled 20), beside that of the year after.
-- NCANDS checks look only at victims: substantiated, indicated, or a death by maltreatment (section 2.4; case 78).
with ranked as (
	select
		child, year, sex, age, dob,
		row_number() over (
			partition by child, year
			order by report_date nulls last, report, file, line
		) as first_row
	from ncands_row
	where victim
)
select
	child, year, sex, age, dob,
	coalesce(lead(year) over by_year = year + 1, false) as is_in_next_year,
	lead(sex) over by_year as next_sex,
	lead(age) over by_year as next_age,
	lead(dob) over by_year as next_dob
from ranked
where first_row = 1
window by_year as (partition by child order by year)
