import type { PageFrame } from "./page-frame.ts";

/** Name of the product, navigation by what the person may see, and the way out. */
export function SiteHeader({ frame }: { frame: PageFrame }) {
	const { person } = frame;
	const links = person
		? [
				{ label: "Home", href: "/" },
				...(person.maySeeFigures
					? [
							{ label: "Outcomes", href: "/outcomes" },
							{ label: "Indicators", href: "/indicators" },
							{ label: "Figures", href: "/figures" },
							{ label: "Federal results", href: "/federal-results" },
						]
					: []),
				...(person.maySeeExtracts ? [{ label: "Data files", href: "/extracts" }] : []),
				...(person.maySeePlans
					? [
							{ label: "Plans", href: "/plans" },
							...(person.mayReviewPlans ? [{ label: "Counties", href: "/counties" }] : []),
						]
					: []),
				...(person.plansForState ? [{ label: "Planning year", href: "/planning-year" }] : []),
				{ label: "Due dates", href: "/due-dates" },
				...(person.maySeePeople ? [{ label: "People", href: "/people" }] : []),
			]
		: [];
	return (
		<>
			{frame.practice ? (
				<section className="bg-accent-warm-lighter padding-y-1" aria-label="Practice installation">
					<div className="grid-container">
						<strong>Practice state.</strong> All people, counties and figures here are made up. Try anything.
					</div>
				</section>
			) : null}
			<header className="usa-header usa-header--basic">
				<div className="usa-nav-container">
					<div className="usa-navbar">
						<div className="usa-logo">
							<em className="usa-logo__text">
								<a href="/">Throughline</a>
							</em>
						</div>
						{person ? (
							<button type="button" className="usa-menu-btn">
								Menu
							</button>
						) : null}
					</div>
					{person ? (
						<div className="usa-nav">
							<button type="button" className="usa-nav__close">
								<img src={`${frame.assets}/uswds/img/usa-icons/close.svg`} alt="Close menu" />
							</button>
							<nav aria-label="Primary navigation">
								<ul className="usa-nav__primary usa-accordion">
									{links.map(({ label, href }) => {
										const current = href === "/" ? frame.path === "/" : frame.path.startsWith(href);
										return (
											<li key={href} className="usa-nav__primary-item">
												<a
													href={href}
													className={`usa-nav-link${current ? " usa-current" : ""}`}
													aria-current={current ? "page" : undefined}
												>
													<span>{label}</span>
												</a>
											</li>
										);
									})}
								</ul>
							</nav>
						</div>
					) : null}
				</div>
				{person ? <PersonBar person={person} /> : null}
			</header>
		</>
	);
}

function PersonBar({ person }: { person: NonNullable<PageFrame["person"]> }) {
	return (
		<div className="bg-base-lightest border-bottom-1px border-base-lighter">
			<div className="grid-container padding-y-1 display-flex flex-row flex-wrap flex-justify flex-align-center">
				<span className="margin-right-2">
					{person.name}, {person.title || person.roles.join(", ")}, {person.place}
				</span>
				<span className="display-flex flex-row flex-align-center">
					<a className="usa-link margin-right-2" href="/account">
						My account
					</a>
					<form method="post" action="/sign-out">
						<button type="submit" className="usa-button usa-button--unstyled">
							Sign out
						</button>
					</form>
				</span>
			</div>
		</div>
	);
}
