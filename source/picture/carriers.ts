import type {Statement} from './statement.ts';

// One outlet's editions in several languages come out together.
const editionsWithinMs = 3_600_000;

const nothing = (): void => {};

type Edition = {readonly at: number; readonly language: string; readonly origin: string};

/** The reports that carry one thing said, each once, first first. A class, because there are as many as numbers given. */
export class Carriers {
	readonly #reports = new Map<string, Statement>();
	readonly #outlets = new Map<string, number>();
	readonly #origins = new Map<string, number>();
	// The last telling of each outlet, to know its translation by.
	readonly #editions = new Map<string, Edition>();
	#lastAt = Number.NEGATIVE_INFINITY;
	// How many name who speaks, and not the side alone.
	#named = 0;

	/** Reports. */
	get count(): number {
		return this.#reports.size;
	}

	/** How many first tellers are behind them. */
	get origins(): number {
		return this.#origins.size;
	}

	/** When it was last told by them; `-Infinity` where there is none. */
	get lastAt(): number {
		return this.#lastAt;
	}

	/** By name, first first. */
	get outlets(): string[] {
		return [...this.#outlets.keys()];
	}

	get first(): Statement | undefined {
		return this.#reports.values().next().value;
	}

	/** The first that names who speaks, and not the side alone; else the first. */
	get teller(): Statement | undefined {
		if (this.#named > 0)
			for (const telling of this.#reports.values()) if (!telling.claimant.isSide) return telling;
		return this.first;
	}

	get all(): Statement[] {
		return [...this.#reports.values()];
	}

	/**
	 * Takes a report in, unless it is there. Called in order of time.
	 *
	 * @param isUndoWanted whether it may be taken back
	 * @returns what takes it back, the last first
	 */
	take(telling: Statement, isUndoWanted: boolean): () => void {
		const {report, at, fact} = telling;
		if (this.#reports.has(report.id)) return nothing;
		const outlet = report.outlet ?? report.source;
		const edition = this.#editions.get(outlet);
		const lastAt = this.#lastAt;
		const isTranslation =
			edition && edition.language !== fact.language && at - edition.at <= editionsWithinMs;
		const origin = isTranslation ? edition.origin : report.origin;
		this.#reports.set(report.id, telling);
		count(this.#outlets, outlet, 1);
		count(this.#origins, origin, 1);
		this.#editions.set(outlet, {at, language: fact.language, origin});
		this.#lastAt = Math.max(lastAt, at);
		const named = telling.claimant.isSide ? 0 : 1;
		this.#named += named;
		if (!isUndoWanted) return nothing;
		return () => {
			this.#reports.delete(report.id);
			count(this.#outlets, outlet, -1);
			count(this.#origins, origin, -1);
			if (edition) this.#editions.set(outlet, edition);
			else this.#editions.delete(outlet);
			this.#lastAt = lastAt;
			this.#named -= named;
		};
	}

	hasReport(id: string): boolean {
		return this.#reports.has(id);
	}

	/** Whether all these stories are among the others, too. */
	isWithinOriginsOf(others: Carriers): boolean {
		return isWithin(this.#origins, others.#origins);
	}

	/** Whether all these outlets are among the others, too. */
	isWithinOutletsOf(others: Carriers): boolean {
		return isWithin(this.#outlets, others.#outlets);
	}

	/** Whether a report is among both. */
	sharesReportWith(others: Carriers): boolean {
		for (const id of this.#reports.keys()) if (others.hasReport(id)) return true;
		return false;
	}
}

function count(counts: Map<string, number>, name: string, by: number): void {
	const left = (counts.get(name) ?? 0) + by;
	if (left === 0) counts.delete(name);
	else counts.set(name, left);
}

function isWithin(counts: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
	if (counts.size > others.size) return false;
	for (const name of counts.keys()) if (!others.has(name)) return false;
	return true;
}
