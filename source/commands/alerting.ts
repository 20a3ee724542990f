import type {Kept} from '../../store/store.ts';
import {
	type Alert,
	type Evidence,
	keyOf,
	mostTold,
	newestFirst,
	sentenceOf,
	type Told,
} from '../alerts/alert.ts';
import {createCooldown} from '../alerts/cooldown.ts';
import {matching, type Turn} from '../alerts/match.ts';
import {news} from '../alerts/news.ts';
import type {Rule} from '../alerts/rule.ts';
import {type Change, changes} from '../picture/changes.ts';
import type {Picture} from '../picture/picture.ts';
import {retoldIn} from '../picture/retold.ts';
import {openAlertNotes} from './alert-notes.ts';
import {createFirstRound} from './first-round.ts';
import type {Log} from './log.ts';
import {newcomers} from './newcomers.ts';
import type {Outbox} from './outbox.ts';
import type {Watch} from './watch.ts';

/** It is not looked more often than this, nor for more than one part in so many of the time. */
const leastBetweenLooksMs = 1000;
const restPerWork = 10;
/** The clock alone changes something, too: an agreed hour comes. */
const mostBetweenLooksMs = 60_000;
const tickMs = 250;
/** How long what is under way is waited for at the end, unless it is said otherwise. */
const usualPatienceMs = 5_000;
/** How often it is written down up to when all was told, where nothing was. */
const betweenMarksMs = 600_000;
/** Alerts that a follower keeps for the case that the one that polls goes away without having told them. */
const mostUnsent = 50;

/** Looks at the picture as it changes, and tells what the rules ask for. */
export type Alerting = {
	/** Looks from now on, whenever something has come. */
	start(): void;
	/** Looks at once, and tells what may be told. */
	look(): void;
	/** Ends it: what is under way is waited for so long, what is held back is left for the next run. */
	close(patienceMs?: number): Promise<void>;
};

export type AlertingOptions = {
	readonly watch: Pick<Watch, 'glance' | 'store' | 'profile' | 'busy' | 'isPolling'>;
	readonly rules: readonly Rule[];
	readonly cooldownMs: number;
	/** Milliseconds since the epoch, as people live them: the cooldown is theirs. */
	readonly clock: () => number;
	/** How long the first round of polls may take before it is looked, so that it is told in one. */
	readonly settleMs: number;
	/** Whether commands and webhooks are this instance's to call; asked again each time. */
	readonly mayCall: () => boolean;
	/** Told of each alert, in this process: screen, bell, line. */
	readonly onAlert: (alert: Alert, sentence: string) => void;
	/** Where alerts are sent: a command, a webhook. */
	readonly outboxes: readonly Outbox[];
	readonly log: Log;
};

/** Takes the picture as it is for what is known; unless an earlier run had alerts, then what that one had seen. */
export function createAlerting({
	watch,
	rules,
	cooldownMs,
	clock,
	settleMs,
	mayCall,
	onAlert,
	outboxes,
	log,
}: AlertingOptions): Alerting {
	const {store} = watch;
	const notes = openAlertNotes(store);
	const {seenUntil} = notes;
	const cooldown = createCooldown(cooldownMs, notes.toldAt);
	const told = new Set(notes.told);
	const fresh = new Set<string>();
	let last: Kept | null = store.snapshot().kept.at(-1) ?? null;
	let newestAt = 0;
	let hasCome = false;
	let lookedAt = performance.now();
	let tookMs = 0;
	let isFirstRoundOver: ReturnType<typeof createFirstRound> | null = null;
	let timer: NodeJS.Timeout | null = null;
	let markedAt = performance.now();
	let unsent: readonly Alert[] = [];

	for (const {report} of store.snapshot().kept) {
		if (seenUntil !== null && report.firstSeenAt > seenUntil) fresh.add(report.id);
		newestAt = Math.max(newestAt, report.firstSeenAt);
	}
	let before: Picture = watch.glance(fresh.size === 0 ? undefined : {asOf: null, asSeen: seenUntil});
	if (fresh.size > 0) hasCome = true;
	const stopFollowing = store.subscribe(() => {
		hasCome = true;
	});
	// From the first run on: what one that breaks off has not told is told by the next.
	if (seenUntil === null && mayCall()) void notes.mark(newestAt);

	function look(): void {
		hasCome = false;
		const began = performance.now();
		const {kept} = store.snapshot();
		for (const {report} of newcomers(kept, last?.report ?? null)) {
			fresh.add(report.id);
			newestAt = Math.max(newestAt, report.firstSeenAt);
		}
		last = kept.at(-1) ?? null;
		const after = watch.glance();
		const turn = {before, after, changes: changes(before, after, retoldIn(kept, {asOf: null, asSeen: null}))};
		before = after;
		if (turn.changes.length > 0) take({...turn, changes: news(turn, id => fresh.has(id))});
		lookedAt = performance.now();
		tookMs = lookedAt - began;
		tell();
	}

	function take(turn: Turn): void {
		for (const rule of rules) {
			const found = matching(rule, turn)
				.map(change => ({change, key: keyOf(rule.text, change)}))
				.filter(({key}) => key === null || !told.has(key));
			const [newest, ...rest] = found.sort((a, b) => newestFirst(a.change, b.change));
			if (!newest) continue;
			const keys = found.flatMap(({key}) => key ?? []);
			for (const key of keys) told.add(key);
			cooldown.add({
				rule: rule.text,
				told: [toldOf(newest.change), ...rest.slice(0, mostTold - 1).map(({change}) => toldOf(change))],
				count: found.length,
				keys,
			});
		}
	}

	function tell(): void {
		for (const alert of cooldown.due(clock())) {
			const sentence = sentenceOf(alert);
			const {outlet, url} = alert.told[0].evidence;
			log('info', `alert: ${sentence}`, {rule: alert.rule, outlet, url});
			onAlert(alert, sentence);
			unsent = [...unsent, alert].slice(-mostUnsent);
		}
		if (unsent.length === 0 || !mayCall()) return;
		const sending = unsent;
		unsent = [];
		for (const alert of sending) {
			// Another run on this store may have sent it.
			if (alert.keys.length > 0 && alert.keys.every(notes.has)) continue;
			if (outboxes.length === 0) void notes.keep(alert.keys, cooldown.toldAt());
			// Only what has got through counts as told: better twice after a crash than never.
			for (const outbox of outboxes) outbox.send(alert, () => void notes.keep(alert.keys, cooldown.toldAt()));
		}
	}

	/** Writes down up to when all that came was told, where it was. */
	async function mark(): Promise<void> {
		const isAllTold =
			unsent.length === 0 && !cooldown.isHolding() && outboxes.every(outbox => outbox.isDone());
		// A follower's look says nothing of what the one that calls has told.
		if (!isAllTold || !mayCall()) return;
		markedAt = performance.now();
		await notes.mark(newestAt);
	}

	function toldOf({kind, text, at, fact, outlet, source}: Change): Told {
		return {kind, text, at, fact, evidence: fact ? evidenceOf(fact, outlet) : ofSource(source)};
	}

	function evidenceOf(
		{sentence, start, end, report, ...fact}: NonNullable<Change['fact']>,
		outlet: string | null,
	): Evidence {
		const revisions = store.snapshot().kept.filter(kept => kept.report.id === report.id);
		const head = (
			revisions.find(({facts}) =>
				facts.some(other => other.sentence === sentence && other.rule === fact.rule),
			) ?? revisions.at(-1)
		)?.report;
		return {
			sentence,
			start,
			end,
			outlet: outlet ?? head?.outlet ?? nameOf(report.source),
			source: report.source,
			url: report.url,
			title: report.title,
			publishedAt: report.publishedAt,
			firstSeenAt: head?.firstSeenAt ?? null,
		};
	}

	const nameOf = (id: string | null): string | null =>
		before.sources.find(source => source.id === id)?.name ?? null;

	const ofSource = (id: string | null): Evidence => ({
		sentence: null,
		start: null,
		end: null,
		outlet: nameOf(id),
		source: id,
		url: null,
		title: null,
		publishedAt: null,
		firstSeenAt: null,
	});

	/** Whether the first round of polls is over: what it brings after a long absence is told in one. */
	function isSettled(): boolean {
		const {sources} = store.snapshot();
		// As the store has them: the picture that is held is older than the round.
		const asked = before.sources.map(({id}) => {
			const memory = sources.get(id);
			return memory
				? {state: memory.state, nextPollAt: memory.nextPollAt}
				: {state: 'waiting' as const, nextPollAt: null};
		});
		return isFirstRoundOver?.(asked, before.asOf) ?? true;
	}

	function tick(): void {
		const restedMs = performance.now() - lookedAt;
		const isDue =
			restedMs >= (hasCome ? Math.max(leastBetweenLooksMs, tookMs * restPerWork) : mostBetweenLooksMs);
		if (isDue && isSettled()) {
			look();
			if (performance.now() - markedAt >= betweenMarksMs) void mark();
		} else tell();
	}

	return {
		look,
		start() {
			isFirstRoundOver = createFirstRound(watch, settleMs);
			timer ??= setInterval(tick, tickMs);
		},
		async close(patienceMs = usualPatienceMs) {
			if (timer) clearInterval(timer);
			timer = null;
			stopFollowing();
			if (hasCome) look();
			await Promise.all(outboxes.map(outbox => outbox.close(patienceMs)));
			await mark();
		},
	};
}
