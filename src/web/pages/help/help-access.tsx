/** Keyboard, accessibility, privacy and security. */
export function HelpAccess() {
	return (
		<>
			<h2 id="keyboard">Keyboard and accessibility</h2>
			<ul className="usa-list">
				<li>
					Everything can be done with the keyboard: Tab and Shift+Tab move, Enter and Space choose, Escape closes.
				</li>
				<li>The first Tab on a page offers to skip to its content.</li>
				<li>Wide tables scroll in themselves: go to the table with Tab, then use the arrow keys.</li>
				<li>Each drawing stands beside a description in words and a table with the same figures.</li>
				<li>No state is told by colour alone.</li>
				<li>All pages work without script. They are built to WCAG 2.2, level AA.</li>
				<li>Something does not work for you? Tell the administrator of your agency.</li>
			</ul>
			<h2 id="privacy">Privacy and security</h2>
			<ul className="usa-list">
				<li>You see the places of your roles and no others. The database checks this again on its own.</li>
				<li>
					Every change is kept with who made it, when and why. Nobody can change or delete this log, not even
					administrators.
				</li>
				<li>Plans hold no names of children, and figures are counts.</li>
				<li>
					Records of single children are for people with a role of their own, and{" "}
					<a className="usa-link" href="/indicators/looks">
						each look at them is written down
					</a>
					.
				</li>
				<li>
					After 30 minutes without a step your session ends; you are warned before. What you were typing is kept and
					sent after you sign in again.
				</li>
				<li>No page asks another computer than this one for anything. There is no tracking.</li>
				<li>Set up a second factor under My account, so that a password alone lets nobody in.</li>
			</ul>
		</>
	);
}
