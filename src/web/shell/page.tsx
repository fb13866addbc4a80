import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { PageFrame } from "./page-frame.ts";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

export type PageProps = {
	readonly frame: PageFrame;
	/** The page's own title; it is also its `h1` unless the page brings its own. */
	readonly title: string;
	readonly children: ReactNode;
	/** Pages for the public are in English and Spanish. */
	readonly language?: "en" | "es" | undefined;
	/** Steps above this page, first the home page. */
	readonly breadcrumbs?: readonly { readonly label: string; readonly href: string }[];
	/** Without script, the page is loaded again after so many seconds: it shows something that is under way. */
	readonly refreshSeconds?: number | undefined;
	/** The page's name in the breadcrumbs, where it is shorter than its title. */
	readonly shortTitle?: string;
};

/** The frame of every page: skip link, banner, header, notice, main content, footer. Works without script. */
export function Page(props: PageProps) {
	const { frame, title, children, breadcrumbs, shortTitle, refreshSeconds, language = "en" } = props;
	return (
		<html lang={language}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{`${title} | Throughline`}</title>
				{refreshSeconds ? (
					<noscript>
						<meta httpEquiv="refresh" content={String(refreshSeconds)} />
					</noscript>
				) : null}
				<link rel="icon" href={`${frame.assets}/icon.svg`} type="image/svg+xml" />
				<link rel="stylesheet" href={`${frame.assets}/uswds/css/uswds.min.css`} />
				<link rel="stylesheet" href={`${frame.assets}/throughline.css`} />
				<script src={`${frame.assets}/uswds/js/uswds-init.min.js`} />
				<script defer src={`${frame.assets}/uswds/js/uswds.min.js`} />
				<script defer src={`${frame.assets}/throughline.js`} />
			</head>
			<body
				data-person={frame.person?.id}
				data-session-ends={frame.session?.endsAt}
				data-session-now={frame.session?.now}
				data-session-warn-minutes={frame.session?.warnMinutes}
			>
				<a className="usa-skipnav" href="#main-content">
					{language === "es" ? "Saltar al contenido principal" : "Skip to main content"}
				</a>
				<SiteHeader frame={frame} />
				<main id="main-content" className="grid-container padding-y-4" tabIndex={-1}>
					{breadcrumbs ? <Breadcrumbs steps={breadcrumbs} title={shortTitle ?? title} /> : null}
					{frame.notice ? (
						<output className="usa-alert usa-alert--success usa-alert--slim margin-bottom-3 display-block">
							<span className="usa-alert__body display-block">
								<span className="usa-alert__text display-block">{frame.notice}</span>
							</span>
						</output>
					) : null}
					{children}
				</main>
				<SiteFooter language={language} />
			</body>
		</html>
	);
}

function Breadcrumbs({ steps, title }: { steps: readonly { label: string; href: string }[]; title: string }) {
	return (
		<nav className="usa-breadcrumb" aria-label="Breadcrumbs">
			<ol className="usa-breadcrumb__list">
				{steps.map((step) => (
					<li key={step.href} className="usa-breadcrumb__list-item">
						<a href={step.href} className="usa-breadcrumb__link">
							<span>{step.label}</span>
						</a>
					</li>
				))}
				<li className="usa-breadcrumb__list-item usa-current" aria-current="page">
					<span>{title}</span>
				</li>
			</ol>
		</nav>
	);
}

/** The page as the text of a response. */
export function renderPage(page: ReactNode): string {
	return `<!doctype html>${renderToStaticMarkup(page)}`;
}

/** A part of a page as text, for the page's script to put in. */
export function renderFragment(part: ReactNode): string {
	return renderToStaticMarkup(part);
}
