-- A State's data profile is published: whoever is signed in may read its results, the counties of that State above all.

drop policy read on app.federal_result;
create policy read on app.federal_result for select using ((select app.person_id()) is not null);
