import {UsageError} from '../flags.ts';
import {printableFact} from '../formats/printable.ts';
import type {Options} from '../options.ts';
import type {Alerting} from './alerting.ts';
import {prepare} from './prepare.ts';
import {type Program, stopOf} from './program.ts';
import {createProgress} from './progress.ts';
import {leftInWords} from './reading-again.ts';
import type {ReadByModel} from './second-reading.ts';
import {closeKept} from './storing.ts';
import {openWatch, type Polled} from './watch.ts';

/** Polls without a screen until it is stopped; prints each poll, each new report and each fact as a JSON object a line. */
export async function collect(options: Options, program: Program): Promise<number> {
	const prepared = await prepare(options, program, {isQuiet: false});
	if (prepared.sources.length === 0)
		throw new UsageError(
			'collect needs at least one --source',
			'collect --source rss:https://news.example/rss',
		);
	const alerts =
		options.alerts.length > 0 ? (await import('./alerts.ts')).alertsOf(options, program, prepared) : null;
	const print = (event: string, value: object): void =>
		program.out(`${JSON.stringify({event, at: new Date(program.clock()).toISOString(), ...value})}\n`);
	const onPolled = ({source, outcome, arrived}: Polled): void => {
		print('poll', {
			source: source.id,
			state: outcome.state,
			new: arrived.length,
			reason: outcome.ok ? null : outcome.reason,
			nextPollAt:
				outcome.memory.nextPollAt === null ? null : new Date(outcome.memory.nextPollAt).toISOString(),
		});
		for (const {report, facts} of arrived) {
			const {id, revision, url, title, publishedAt} = report;
			print('report', {
				source: source.id,
				id,
				revision,
				url,
				title,
				publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
				facts: facts.length,
			});
			// Beside each other, a fact's own keys would stand over these.
			for (const fact of facts) print('fact', {source: source.id, fact: printableFact(fact)});
		}
	};
	// The rules' facts came with their report; the model's come when it has read it.
	const onReadByModel = ({report, added}: ReadByModel): void => {
		for (const fact of added) print('fact', {source: report.source, fact: printableFact(fact)});
	};
	const watch = await openWatch({...prepared, wantsLead: true, onPolled, onReadByModel});
	const progress = createProgress({
		...program,
		isErrorTerminal: program.isErrorTerminal && !program.isOutTerminal,
	});
	let alerting: Alerting | null = null;
	try {
		await watch.store.filled;
		alerting =
			(await alerts?.begin(watch, {onAlert: alert => print('alert', {alert: alerts.printed(alert)})})) ??
			null;
		await watch.start();
		alerting?.start();
		if (!watch.isPolling())
			program.err('trucewatch: another instance polls this store; waiting to take over\n');
		// The store's own checks do not keep a process alive; waiting for a signal does.
		const alive = setInterval(() => {}, 60_000);
		await Promise.all([
			stopOf(program).then(() => clearInterval(alive)),
			watch.intake
				.readAgain(
					() => program.stopped.aborted,
					left => progress.tell(leftInWords(left)),
				)
				.finally(progress.end),
		]);
		return 0;
	} finally {
		await alerting?.close();
		await closeKept(watch, program);
	}
}
