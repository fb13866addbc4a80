-- p5_stay_moves: the moves and the days of each stay that counts.
select
	p5_stay.child, p5_stay.removal, p5_stay.county, p5_stay.age_group, p5_stay.risk_age, p5_stay.race_ethnicity, p5_stay.sex,
	p5_stay.days,
	-- Group of a child with several stays: the first counted one (settled 15).
	row_number() over (partition by p5_stay.child order by p5_stay.removal) as stay_number,
	case
		when p5_stay.source = 'AFCARS2020' then coalesce(p5_move.moves, 0)
		-- Legacy element 24: the first placement is no move; nor is one that began after the 18th birthday (case 25). Never
		-- less than none (settled 29).
		when p5_stay.care_end = p5_stay.birthday_18 and p5_stay.last_setting_start > p5_stay.birthday_18
			then greatest(p5_stay.placements - 2, 0)
		else greatest(p5_stay.placements - 1, 0)
	end as moves
from p5_stay
left join p5_move on p5_move.child = p5_stay.child and p5_move.removal = p5_stay.removal
where p5_stay.left_out is null
