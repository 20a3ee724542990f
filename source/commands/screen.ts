import type {Alert} from '../alerts/alert.ts';
import {lineOf} from '../alerts/evidence-line.ts';
import type {Options} from '../options.ts';
import type {AlertTold, NewSince, ScreenState} from '../panels/state.ts';
import type {Alerting} from './alerting.ts';
import type {Alerts} from './alerts.ts';
import {openLink} from './browser.ts';
import {clipboardSequence} from './clipboard.ts';
import {createFirstRound, patienceFor} from './first-round.ts';
import type {Look} from './look.ts';
import {clockOf, type Moment} from './moment.ts';
import {failureOf} from './naming.ts';
import type {Program} from './program.ts';
import {type Left, leftInWords} from './reading-again.ts';
import {createRevisions} from './revisions.ts';
import {createStepping} from './stepping.ts';
import type {Polled, Watch} from './watch.ts';

/** Frames are drawn no more often than this, however much comes in. */
const leastBetweenFramesMs = 250;
/** How long a notice is shown. */
const noticeMs = 30_000;
/** Alerts of this run that can be looked at again. */
const alertsKept = 200;
/** Drawing a large picture may take one part in this many of the time. */
const restPerWork = 10;

export type ScreenRun = {
	readonly options: Options;
	readonly program: Program;
	readonly timezone: string;
	readonly clock: () => number;
	/** Opens what is shown; its promise may take a while, the screen says so. */
	readonly open: (onPolled: (polled: Polled) => void, onNote: (text: string) => void) => Promise<Watch>;
	/** Called once all is open. */
	readonly start: (watch: Watch) => Promise<void>;
	/** Null: none asked for. */
	readonly alerts?: Alerts | null;
	/** How many milliseconds of the clock pass in one of life; 1 but for the demo. */
	readonly speed?: number;
	/** Named in the header, where the clock is not that of life. */
	readonly notice?: string;
};

/**
 * Shows the dashboard until it is quit or the program is stopped.
 *
 * @returns the exit code
 */
export async function runScreen({
	options,
	program,
	timezone,
	clock,
	open,
	start,
	alerts = null,
	speed = 1,
	notice,
}: ScreenRun): Promise<number> {
	// Chalk does not know NO_COLOR; it reads FORCE_COLOR when it is first imported.
	if (!options.hasColor) process.env.FORCE_COLOR = '0';
	let watch: Watch | null = null;
	let alerting: Alerting | null = null;
	let told: readonly {readonly text: string; readonly untilMs: number}[] = [];
	let again: Left | null = null;
	let alertsTold: ScreenState['alerts'] = alerts ? [] : null;
	let look: Look | null = null;
	let revisions: ReturnType<typeof createRevisions> = () => [];
	let since: NewSince = {at: null, isFirstLook: false, count: 0, changes: []};
	let isFirstRoundOver: ReturnType<typeof createFirstRound> | null = null;
	const failures = new Map<string, string | null>();
	const {asOf, asSeen} = options;
	const first: Moment | null =
		asOf !== null ? {kind: 'as of', at: asOf} : asSeen !== null ? {kind: 'as seen', at: asSeen} : null;
	let drawn: {
		readonly picture: ScreenState['picture'];
		readonly archive: Moment | null;
		readonly tookMs: number;
	} = {picture: null, archive: first, tookMs: 0};
	const stepping = createStepping({
		first,
		clock,
		timezone,
		wait: (act, ms) => {
			const waiting = setTimeout(act, ms);
			return () => clearTimeout(waiting);
		},
		onAsked: () => screen.update(state()),
		onDue: () => drawNow(),
	});

	const draw = (): void => {
		if (!watch) return;
		const archive = stepping.at();
		look?.prepare(clockOf(archive));
		const began = performance.now();
		const picture = watch.picture(clockOf(archive));
		if (watch.isLoading())
			void watch
				.hold(clockOf(archive))
				.catch(() => {})
				.finally(redraw);
		if (archive === null && look?.isAwaiting() && isFirstRoundOver?.(picture.sources, picture.asOf))
			look.begin(picture);
		since = look?.since(picture, clockOf(archive)) ?? since;
		drawn = {picture, archive, tookMs: performance.now() - began};
	};
	const mayPoll = (): boolean => options.isPolling && (watch?.sources.length ?? 0) > 0;
	const state = (): ScreenState => {
		const snapshot = watch?.store.snapshot();
		return {
			picture: drawn.picture,
			now: clock(),
			timezone,
			archive: drawn.archive,
			asked: stepping.asked(),
			newSince: since,
			store: {
				reports: snapshot?.count ?? 0,
				trouble: snapshot?.trouble ?? null,
				unsealed: snapshot?.unsealed ?? null,
				leftOut: snapshot?.leftOut ?? 0,
				damage: snapshot?.damage.length ?? 0,
				// Who only looks follows nobody.
				isLeader: !mayPoll() || (snapshot?.isLeader ?? true),
			},
			polling: {isOn: watch?.isPolling() ?? false, busy: watch?.busy() ?? 0},
			notices: [
				...(notice ? [notice] : []),
				...(again && again.left > 0 ? [leftInWords(again)] : []),
				...told.map(({text}) => text),
				...(watch?.isLoading() ? ['what was told then is being loaded; not all of it is shown yet'] : []),
			],
			alerts: alertsTold,
		};
	};

	const opening = open(({source, name, outcome, arrived}) => {
		// Once: what goes on failing stands in the panel of sources, and must not hide the keys for hours.
		const failure = outcome.ok ? null : failureOf(source, name, outcome.reason);
		if (failure !== null && failure !== failures.get(source.id)) tell(failure);
		failures.set(source.id, failure);
		const cut = arrived.filter(({report}) => report.isCut).length;
		if (cut > 0) tell(`${name}: ${cut} of the new reports over the size limit, their ends not kept`);
		redraw();
	}, tell);
	// Told below, once the screen is closed; until then nobody listens.
	opening.catch(() => {});
	const {show} = await import('../panels/show.tsx');
	const quitting = new AbortController();
	const screen = show({
		state: state(),
		theme: {name: options.theme, hasColor: options.hasColor, isAscii: options.isAscii},
		isScreenReader: options.isScreenReader,
		actions: {
			pollNow: () => {
				if (watch?.isPolling()) watch.pollNow();
				else
					tell(
						mayPoll()
							? 'another instance polls; this one follows'
							: 'nothing to poll: no source, or --no-poll',
					);
			},
			looked: () => {
				if (drawn.archive === null && drawn.picture) look?.seen(drawn.picture);
			},
			markSeen: () => {
				if (!look || !drawn.picture) return;
				if (drawn.archive) return tell('an earlier moment is shown: the last look stays as it was');
				look.mark(drawn.picture);
				tell('marked as seen: what is new counts from now');
			},
			open: url => void openLink(url, program.environment).then(problem => tell(problem ?? `opened ${url}`)),
			copy: text => {
				// Between two frames, past Ink: it would take it for text.
				process.stdout.write(clipboardSequence(text));
				tell('copied, where the terminal lets a program do so (OSC 52)');
			},
			text: async (id, revision) => (await watch?.store.text(id, revision)) ?? null,
			isTextDropped: async (id, revision) => (await watch?.store.whyNoText(id, revision)) === 'not kept',
			search: async typed => {
				const {archive} = drawn;
				if (!watch) return {wrong: 'the store is still being opened', right: typed};
				// What reads sentences takes a while to load.
				const {lookUp} = await import('./look-up.ts');
				return lookUp(watch, typed, clockOf(archive), archive?.at ?? clock());
			},
			step: stepping.step,
			jump: stepping.jump,
			toNow: stepping.toNow,
			otherClock: stepping.otherClock,
			carriers: of => watch?.carriers(of) ?? [],
			revisions: id => revisions(id, clockOf(drawn.archive)),
			quit: () => quitting.abort(),
		},
	});

	let timer: NodeJS.Timeout | null = null;
	let drewAt = 0;
	function drawNow(): void {
		draw();
		screen.update(state());
		drewAt = performance.now();
	}
	function redraw(): void {
		if (timer || quitting.signal.aborted) return;
		const waitMs = Math.max(
			0,
			drewAt + Math.max(leastBetweenFramesMs, drawn.tookMs * restPerWork) - performance.now(),
		);
		timer = setTimeout(() => {
			timer = null;
			drawNow();
		}, waitMs);
	}
	function tell(text: string): void {
		told = [...told, {text, untilMs: performance.now() + noticeMs}].slice(-20);
		redraw();
	}
	// Looked at each second, drawn only where the minute has turned: after a suspend a long timer would fire late.
	let minute = Math.floor(clock() / 60_000);
	let wasLoading = false;
	const ticking = setInterval(() => {
		const turned = Math.floor(clock() / 60_000);
		const lasting = told.filter(({untilMs}) => untilMs > performance.now());
		const isWaited = look?.isAwaiting() && drawn.archive === null && isFirstRoundOver !== null;
		const isLoading = watch?.isLoading() ?? false;
		if (turned !== minute || lasting.length !== told.length || isLoading !== wasLoading || isWaited) redraw();
		minute = turned;
		wasLoading = isLoading;
		told = lasting;
	}, 1000);
	const stop = (): void => screen.close();
	// Told once the terminal is as it was: on the other buffer nobody would read it.
	const fail = (error: unknown): void => {
		screen.close();
		program.err(
			`trucewatch: a mistake of our own: ${error instanceof Error ? error.stack : String(error)}\n`,
		);
		process.exit(1);
	};
	process.once('uncaughtException', fail);
	program.stopped.addEventListener('abort', stop, {once: true});

	try {
		watch = await Promise.race([opening, screen.finished.then(() => null)]);
		if (!watch) return await screen.finished;
		const opened = watch;
		opened.store.subscribe(redraw);
		revisions = createRevisions(opened.store, redraw);
		drawNow();
		// What reads and asks takes a while to load: only once the first picture is on the screen.
		await new Promise(resolve => setImmediate(resolve));
		const {createLook} = await import('./look.ts');
		look = createLook(opened, clock);
		if (drawn.archive === null && drawn.picture) look.seen(drawn.picture);
		drawNow();
		opened.intake
			.readAgain(
				() => quitting.signal.aborted,
				left => {
					again = left;
					redraw();
				},
			)
			.catch((error: Error) => tell(error.message));
		if (alerts) {
			const ring = await alerts.ringer();
			const beginning = alerts.begin(opened, {
				speed,
				onNote: tell,
				onAlert: (alert, sentence) => {
					alertsTold = [...(alertsTold ?? []), alertTold(alert, clock())].slice(-alertsKept);
					tell(sentence);
					// In one write, between two frames; never once the terminal is somebody else's again.
					if (!quitting.signal.aborted) program.out(ring(alert));
				},
			});
			// What it compares with may have to be loaded: nobody waits for that who wants to leave.
			alerting = await Promise.race([beginning, screen.finished.then(() => null)]);
			if (!alerting) return await screen.finished;
			alerting.start();
		}
		void start(opened).then(() => {
			isFirstRoundOver = createFirstRound(opened, patienceFor(options.everyMs, speed));
			redraw();
		});
		return await screen.finished;
	} finally {
		quitting.abort();
		stepping.stop();
		if (timer) clearTimeout(timer);
		clearInterval(ticking);
		program.stopped.removeEventListener('abort', stop);
		process.removeListener('uncaughtException', fail);
		screen.close();
		await alerting?.close();
		const opened = watch ?? (await opening.catch(() => null));
		await look?.close();
		await opened?.close();
	}
}

const alertTold = ({rule, told, count}: Alert, at: number): AlertTold => ({
	at,
	rule,
	count,
	told: told.map(({text, evidence}) => ({text, evidence: lineOf(evidence)})),
});
