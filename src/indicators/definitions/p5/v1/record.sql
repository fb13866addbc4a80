-- p5_record: the records behind P5: every stay that begins in the window, with what it adds or why it is left out.
with counted as (
	select
		p5_stay_moves.*,
		sum(days) over (partition by child order by removal rows between unbounded preceding and current row) as days_so_far,
		sum(days) over (partition by child) as days_of_child,
		sum(moves) over (partition by child) as moves_of_child,
		first_value(county) over (partition by child order by removal) as county_of_child,
		first_value(age_group) over (partition by child order by removal) as age_group_of_child,
		first_value(race_ethnicity) over (partition by child order by removal) as race_ethnicity_of_child,
		first_value(sex) over (partition by child order by removal) as sex_of_child
	from p5_stay_moves
), judged as (
	select
		p5_stay.child, p5_stay.file, p5_stay.record, p5_stay.removal, p5_stay.exit, p5_stay.care_end,
		coalesce(counted.county_of_child, p5_stay.county) as county,
		coalesce(counted.age_group_of_child, p5_stay.age_group) as age_group,
		coalesce(counted.race_ethnicity_of_child, p5_stay.race_ethnicity) as race_ethnicity,
		coalesce(counted.sex_of_child, p5_stay.sex) as sex,
		coalesce(counted.moves, 0) as moves,
		-- 364 days at most (settled 16): what is over them goes from the last stay.
		least(counted.days_so_far, 364) - least(counted.days_so_far - counted.days, 364) as days,
		case
			when p5_stay.left_out is not null then p5_stay.left_out
			when counted.days_of_child <= 0 then 'no-days'
			when counted.moves_of_child > least(counted.days_of_child, 364) then 'moves-over-days' -- case 55
		end as left_out
	from p5_stay
	left join counted on counted.child = p5_stay.child and counted.removal = p5_stay.removal
)
select
	'stay' as subject, child, file, record, county, age_group, race_ethnicity, sex, removal, exit, care_end, cast(null as text) as reason,
	cast(null as date) as next_removal, cast(null as date) as report_date, cast(null as date) as incident_date,
	cast(null as date) as initial_date, cast(null as integer) as months_in_care,
	case when left_out is null then moves else 0 end as numerator,
	case when left_out is null then days else 0 end as denominator,
	left_out
from judged
