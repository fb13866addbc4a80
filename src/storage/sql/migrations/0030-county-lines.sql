-- What the last lines of the county's plan needed: rows of lists that come back from Word, checks set aside for one subject, and
-- comments that the State reads.

alter table app.word_proposal add column cells text[] not null default '{}';
alter table app.word_proposal drop constraint word_proposal_change_check;
alter table app.word_proposal add constraint word_proposal_change_check
	check (change in ('text', 'add-milestone', 'add-strategy', 'add-entry', 'remove'));

-- A check that speaks of outcome indicators is set aside for one of them. What was set aside before names none and holds for all.
alter table app.waiver add column subject text;

-- A comment on a draft that is shared early may be for the State as well: who writes it says so, and what the State says there is for
-- both. All others stay among those who read the draft in their own right. The State reads them as long as it may read the document,
-- and writes while the draft is shared with it.
alter table app.draft_comment add column with_state boolean not null default false;
alter table app.draft_comment add column side text not null default 'county' check (side in ('county', 'state'));
alter table app.draft_comment add constraint draft_comment_of_state_is_shared check (side = 'county' or with_state);

drop policy read on app.draft_comment;
create policy read on app.draft_comment for select using (
	jurisdiction_id in (select app.jurisdictions_for('plan.read-draft'))
	or (with_state and jurisdiction_id in (select app.jurisdictions_for('plan.review'))
		and document_id in (select app.readable_documents())));
drop policy add on app.draft_comment;
create policy add on app.draft_comment for insert with check (
	author_id = (select app.person_id())
	and ((side = 'county' and jurisdiction_id in (select app.jurisdictions_for('plan.comment')))
		or (side = 'state' and with_state and document_id in (select app.shared_documents()))));
drop policy change on app.draft_comment;
create policy change on app.draft_comment for update using (
	jurisdiction_id in (select app.jurisdictions_for('plan.comment'))
	or (with_state and document_id in (select app.shared_documents())));

-- The history of a comment is read by those who read the comment. When the action is written, the comment is not there yet.
drop policy hidden_drafting on app.action;
create policy hidden_drafting on app.action as restrictive for select using (
	case
		when kind not in ('section-assignment', 'draft-comment', 'suggestion') then true
		when jurisdiction_id in (select app.jurisdictions_for('plan.read-draft')) then true
		when kind = 'draft-comment' and jurisdiction_id in (select app.jurisdictions_for('plan.review'))
			then body::jsonb -> 'after' -> 'withState' = 'true' or subject in (select c.id from app.draft_comment c)
		else false
	end);
