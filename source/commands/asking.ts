import type {Fact} from '../facts/fact.ts';
import type {Reason} from '../facts/model/check.ts';
import {modelReaderOf} from '../facts/model/reader.ts';
import type {Readable} from '../facts/read.ts';
import {type Chat, createChat} from '../polling/chat.ts';
import {createRequester} from '../polling/request.ts';
import type {Profile} from '../profile/profile.ts';
import type {Log} from './log.ts';
import type {Model} from './model.ts';
import {hasProxy, userAgentOf} from './program.ts';

/** The first wait after a failure, and the longest; each failure in a row doubles it. */
const leastWaitMs = 30_000;
const mostWaitMs = 3_600_000;

/** What asking about one report came to. */
export type Answered =
	| {
			readonly ok: true;
			/** Those of the rules, and those that the model adds. */
			readonly facts: readonly Fact[];
			/** Those that the model adds. */
			readonly added: readonly Fact[];
			/** False where the report was not worth a question. */
			readonly wasAsked: boolean;
	  }
	| {
			readonly ok: false;
			/** Whether another report could fare better. */
			readonly isOfThisOne: boolean;
	  };

/** Asks a model about reports, one at a time. A failure is told once until it answers again. */
export type Asking = {
	/** @throws {RequestError} “stopped”, where the signal ended it */
	ask(report: Readable, at: number, ruled: readonly Fact[], signal?: AbortSignal): Promise<Answered>;
	/** How long it is to be left alone after a failure; 0: it may be asked. */
	waitMs(): number;
	/** What came of all that was asked, in one line. */
	summary(): string;
	close(): Promise<void>;
};

type AskingOptions = {
	readonly profile: Profile;
	readonly model: Model;
	readonly options: {readonly timeoutMs: number; readonly maxBodyBytes: number};
	readonly log: Log;
	/** Told of a failure, and of its end. */
	readonly onNote?: ((text: string) => void) | undefined;
	readonly clock: () => number;
	/** Instead of the network, in tests. */
	readonly chat?: Chat | undefined;
};

export function createAsking({profile, model, options, log, onNote, clock, chat}: AskingOptions): Asking {
	const requester = createRequester({
		timeoutMs: options.timeoutMs,
		maxBodyBytes: options.maxBodyBytes,
		concurrency: 1,
		userAgent: userAgentOf(process.env),
		usesProxy: hasProxy(process.env),
	});
	const {timeoutMs} = options;
	const asked = chat ?? createChat({requester, url: model.url, key: model.key, timeoutMs, clock});
	const question = modelReaderOf(profile, model.name);
	const {host} = new URL(model.url);
	const name = `model ${model.name}`;
	const totals = {read: 0, added: 0, known: 0, dropped: new Map<Reason, number>()};
	let failures = 0;
	let failedAt = 0;
	let notBeforeAt = 0;

	function fail(reason: string, isOfThisOne: boolean, askedForAt: number | null): Answered {
		failures++;
		failedAt = clock();
		const waitMs = Math.min(leastWaitMs * 2 ** Math.min(failures - 1, 20), mostWaitMs);
		notBeforeAt = Math.max(failedAt + waitMs, askedForAt ?? 0);
		if (failures === 1) {
			const text = `${name}: ${reason}; until it answers, reports are read by the rules alone`;
			log('warn', text);
			onNote?.(text);
		} else log('debug', `${name}: ${reason}`, {failures});
		return {ok: false, isOfThisOne};
	}

	return {
		async ask(report, at, ruled, signal) {
			const asks = question(report, at, ruled);
			if (!asks) return {ok: true, facts: ruled, added: [], wasAsked: false};
			const reply = await asked.ask(asks.forms, signal);
			if (!reply.ok) return fail(reply.reason, reply.isOfThisOne, reply.notBeforeAt);
			const read = asks.read(reply.text);
			if (!read.ok) return fail(`${host}: its answer ${read.reason}`, true, null);
			if (failures > 0) {
				log('info', `${name} answers again`, {failures});
				onNote?.(`${name} answers again`);
			}
			failures = 0;
			const {facts, added, known, dropped} = read;
			totals.read++;
			totals.added += added.length;
			totals.known += known;
			for (const [reason, count] of dropped)
				totals.dropped.set(reason, (totals.dropped.get(reason) ?? 0) + count);
			log('info', `${name}: ${outcome(added.length, known, dropped)}`, {
				report: report.id,
				dropped: Object.fromEntries(dropped),
			});
			return {ok: true, facts, added, wasAsked: true};
		},
		waitMs: () => {
			const now = clock();
			// Set back since, the clock would make the wait longer by as much.
			const isWaiting = failures > 0 && now >= failedAt && now < notBeforeAt;
			return isWaiting ? notBeforeAt - now : 0;
		},
		summary: () =>
			`${name}: ${totals.read} reports read, ${outcome(totals.added, totals.known, totals.dropped)}`,
		close: () => requester.close(),
	};
}

/** `2 facts added, 1 known to the rules, 3 dropped (no such sentence: 1, words not in the sentence: 2)` */
function outcome(added: number, known: number, dropped: ReadonlyMap<Reason, number>): string {
	const count = [...dropped.values()].reduce((sum, each) => sum + each, 0);
	const why = [...dropped].map(([reason, each]) => `${reason}: ${each}`).join(', ');
	return `${added} facts added, ${known} known to the rules, ${count} dropped${count > 0 ? ` (${why})` : ''}`;
}
