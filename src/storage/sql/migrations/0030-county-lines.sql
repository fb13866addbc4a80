-- What the last lines of the county's plan needed: rows of lists that come back from Word, checks set aside for one subject, and
-- comments that the State reads.

alter table app.word_proposal add column cells text[] not null default '{}';
alter table app.word_proposal drop constraint word_proposal_change_check;
alter table app.word_proposal add constraint word_proposal_change_check
	check (change in ('text', 'add-milestone', 'add-strategy', 'add-entry', 'remove'));

-- A check that speaks of outcome indicators is set aside for one of them. What was set aside before names none and holds for all.
alter table app.waiver add column subject text;
