import {countBy} from './counts.ts';
import {insert} from './ordered.ts';
import type {Statement} from './statement.ts';

// One outlet's editions in several languages come out together.
const editionsWithinMs = 3_600_000;

const nothing = (): void => {};

type Edition = {readonly at: number; readonly language: string; readonly origin: string};

/** Reports, each once, with what they come to. */
type Counted = {
	readonly reports: Map<string, Statement>;
	readonly outlets: Map<string, number>;
	readonly origins: Map<string, number>;
	/** The last telling of each outlet, to know its translation by. */
	readonly editions: Map<string, Edition>;
	lastAt: number;
};

/** The reports that carry one thing said, each once, first first. A class, because there are as many as numbers given. */
export class Carriers {
	// All that were taken in, in order. Counted when somebody asks: most numbers were replaced long ago, and nobody does.
	readonly #told: Statement[] = [];
	#counted: Counted | null = null;
	#countedTo = 0;

	get isEmpty(): boolean {
		return this.#told.length === 0;
	}

	/** Reports. */
	get count(): number {
		return this.#all.reports.size;
	}

	/** How many first tellers are behind them. */
	get origins(): number {
		return this.#all.origins.size;
	}

	/** When it was last told by them; `-Infinity` where there is none. */
	get lastAt(): number {
		return this.#all.lastAt;
	}

	/** By name, first first. */
	get outlets(): string[] {
		return [...this.#all.outlets.keys()];
	}

	get first(): Statement | undefined {
		return this.#told[0];
	}

	/** The first that names who speaks, and not the side alone; else the first. */
	get teller(): Statement | undefined {
		// Of one report its first telling counts.
		const place = this.#told.findIndex(
			(telling, index) =>
				!telling.claimant.isSide &&
				!this.#told.slice(0, index).some(({report: {id}}) => id === telling.report.id),
		);
		return this.#told[Math.max(place, 0)];
	}

	get all(): Statement[] {
		return [...this.#all.reports.values()];
	}

	/**
	 * Takes a report in, unless it is there. Called in order of time.
	 *
	 * @param isUndoWanted whether it may be taken back
	 * @returns what takes it back, the last first
	 */
	take(telling: Statement, isUndoWanted: boolean): () => void {
		if (!isUndoWanted) {
			this.#told.push(telling);
			return nothing;
		}
		const counted = this.#all;
		const undo = countIn(counted, telling);
		this.#told.push(telling);
		this.#countedTo++;
		return () => {
			this.#told.pop();
			if (this.#counted === counted) {
				this.#countedTo--;
				undo();
			} else if (this.#countedTo > this.#told.length) this.#countAnew();
		};
	}

	/** Takes in one that was told before others that are there. It stays when those are taken back. */
	insert(telling: Statement, compare: (a: Statement, b: Statement) => number): void {
		insert(this.#told, telling, compare);
		this.#countAnew();
	}

	#countAnew(): void {
		this.#counted = null;
		this.#countedTo = 0;
	}

	/** Whether the same was taken in as by others that are no more; what they had counted need not be counted again. */
	takesOver(others: Carriers): boolean {
		const [told, before] = [this.#told, others.#told];
		if (told.length !== before.length) return false;
		for (let place = 0; place < told.length; place++) if (told[place] !== before[place]) return false;
		if (!this.#counted) {
			this.#counted = others.#counted;
			this.#countedTo = others.#countedTo;
		}
		return true;
	}

	hasReport(id: string): boolean {
		return this.#all.reports.has(id);
	}

	/** Whether all these stories are among the others, too. */
	isWithinOriginsOf(others: Carriers): boolean {
		return isWithin(this.#all.origins, others.#all.origins);
	}

	/** Whether all these outlets are among the others, too. */
	isWithinOutletsOf(others: Carriers): boolean {
		return isWithin(this.#all.outlets, others.#all.outlets);
	}

	/** Whether a report is among both. */
	sharesReportWith(others: Carriers): boolean {
		for (const id of this.#all.reports.keys()) if (others.hasReport(id)) return true;
		return false;
	}

	get #all(): Counted {
		this.#counted ??= {
			reports: new Map(),
			outlets: new Map(),
			origins: new Map(),
			editions: new Map(),
			lastAt: Number.NEGATIVE_INFINITY,
		};
		const told = this.#told;
		while (this.#countedTo < told.length) countIn(this.#counted, told[this.#countedTo++]!);
		return this.#counted;
	}
}

/** @returns what takes it back, the last first */
function countIn(counted: Counted, telling: Statement): () => void {
	const {report, at, fact} = telling;
	if (counted.reports.has(report.id)) return nothing;
	const outlet = report.outlet ?? report.source;
	const edition = counted.editions.get(outlet);
	const {lastAt} = counted;
	const isTranslation = edition && edition.language !== fact.language && at - edition.at <= editionsWithinMs;
	const origin = isTranslation ? edition.origin : report.origin;
	counted.reports.set(report.id, telling);
	countBy(counted.outlets, outlet, 1);
	countBy(counted.origins, origin, 1);
	counted.editions.set(outlet, {at, language: fact.language, origin});
	counted.lastAt = Math.max(lastAt, at);
	return () => {
		counted.reports.delete(report.id);
		countBy(counted.outlets, outlet, -1);
		countBy(counted.origins, origin, -1);
		if (edition) counted.editions.set(outlet, edition);
		else counted.editions.delete(outlet);
		counted.lastAt = lastAt;
	};
}

function isWithin(counts: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
	if (counts.size > others.size) return false;
	for (const name of counts.keys()) if (!others.has(name)) return false;
	return true;
}
