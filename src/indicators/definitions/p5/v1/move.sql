-- p5_move: moves of AFCARS 2020 stays, from their living arrangements (section 1.7, settled 8: local estimate, the federal rule for
-- AFCARS 2020 is not verified). Moves after the end of the stay or of the window do not count (case 25).
select p5_stay.child, p5_stay.removal, count(*) as moves
from p5_stay
join afcars_move on afcars_move.child = p5_stay.child
	and afcars_move.removal = p5_stay.removal
	and afcars_move.period = p5_stay.period
cross join run
where p5_stay.left_out is null
	and p5_stay.source = 'AFCARS2020'
	and afcars_move.moved_on <= case when p5_stay.care_end <= run.window_end then p5_stay.care_end else run.window_end end
group by p5_stay.child, p5_stay.removal
