-- visit_span: time in care without a day between, for the monthly caseworker visits of title IV-B (42 U.S.C. 624(f)).
-- Reads the two AFCARS files of a federal fiscal year. Stays without a birth date, with impossible dates or of unknown length are
-- left out: whether the child was under 18 and in care the whole month is not known.
with stay as (
	select
		child, county, sex, race_ethnicity, dob, birthday_18, removal,
		coalesce(exit, repaired_exit, date '9999-12-30') as last_day
	from episode
	where files_read = 2 and fault is null and not (is_length_unknown and repaired_exit is null)
		and (repaired_exit is null or repaired_exit >= removal)
), reached as (
	select
		stay.*,
		max(last_day) over (partition by child order by removal rows between unbounded preceding and 1 preceding) as reached_day
	from stay
), numbered as (
	-- The day of exit is a day in care (case 103): a stay that begins by the day after it goes on.
	select
		reached.*,
		sum(case when reached_day is null or removal > reached_day + 1 then 1 else 0 end)
			over (partition by child order by removal rows between unbounded preceding and current row) as span
	from reached
), ranked as (
	select numbered.*, row_number() over (partition by child, span order by removal) as stay_number
	from numbered
)
select
	child, span,
	min(case when stay_number = 1 then county end) as county,
	min(case when stay_number = 1 then race_ethnicity end) as race_ethnicity,
	min(case when stay_number = 1 then sex end) as sex,
	min(dob) as dob,
	min(birthday_18) as birthday_18,
	min(removal) as first_day,
	max(last_day) as last_day
from ranked
group by child, span
