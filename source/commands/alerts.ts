import {type Alert, printableAlert, sentenceOf} from '../alerts/alert.ts';
import {lineOf} from '../alerts/evidence-line.ts';
import {exampleLike, ruleOf} from '../alerts/rule.ts';
import {notificationSequence} from '../alerts/terminal.ts';
import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';
import {depthOf, depthOfName, literal} from '../polling/addresses.ts';
import type {Profile} from '../profile/profile.ts';
import type {Source} from '../sources/source.ts';
import {commandChannel, isProgram} from './alert-command.ts';
import {openAlertNotes} from './alert-notes.ts';
import {webhookChannel} from './alert-webhook.ts';
import {type Alerting, type AlertingOptions, createAlerting} from './alerting.ts';
import {patienceFor} from './first-round.ts';
import type {Log} from './log.ts';
import {namesApart} from './naming.ts';
import {type Channel, createOutbox} from './outbox.ts';
import {hasProxy, type Program, userAgentOf} from './program.ts';
import {terminalNotification} from './ringing.ts';
import type {Watch} from './watch.ts';

const tokenVariable = 'TRUCEWATCH_ALERT_TOKEN';
/** Of a webhook's answer. */
const answerBytes = 65_536;

/** What the alert flags ask for, checked; it begins with a watch. */
export type Alerts = {
	begin(watch: Watch, told: Pick<AlertingOptions, 'onAlert'> & Partial<Begin>): Promise<Alerting>;
	/** What is written to the terminal for an alert; asks tmux where that is in between. */
	ringer(): Promise<(alert: Alert) => string>;
	/** Prints an alert for people, its evidence under it. */
	readonly lines: AlertingOptions['onAlert'];
	/** An alert as the line that `collect` prints. */
	printed(alert: Alert): object;
};

type Begin = {
	/** Told of a channel that fails, and of its end. */
	readonly onNote: (text: string) => void;
	readonly mayCall: () => boolean;
	readonly clock: () => number;
	/** How many milliseconds of the watch's clock pass in one of life. */
	readonly speed: number;
};

/**
 * Checks the rules and the ways out.
 *
 * @throws {UsageError} for a rule that means nothing here, a command that is not there, a token that would be sent in the clear
 */
export function alertsOf(
	options: Options,
	program: Program,
	{profile, sources, log}: {profile: Profile; sources: readonly Source[]; log: Log},
): Alerts {
	const names = namesApart(sources);
	const rules = [...new Set(options.alerts)].map(text => {
		try {
			return ruleOf(text, {
				profile,
				sources: sources.map(({id, name}) => ({id, name: names.get(id) ?? name})),
			});
		} catch (error) {
			throw new UsageError(`--alert: ${(error as Error).message}`, exampleLike(text));
		}
	});
	const channels: Channel[] = [];
	if (options.alertCommand) {
		const [file] = options.alertCommand;
		if (!isProgram(file, program.environment))
			throw new UsageError(
				`--alert-command: there is no program “${file}” that can be started; it is started without a shell`,
				"--alert-command './tell.sh desk'",
			);
		channels.push(commandChannel(options.alertCommand, program.environment, options.timeoutMs));
	}
	const {alertWebhook: url} = options;
	if (url !== null) {
		const token = tokenOf(url, program.environment);
		channels.push(later(url, () => webhook(url, token, options)));
	}

	const printed = (alert: Alert) => printableAlert(alert, profile);
	return {
		printed,
		lines: (alert, sentence) => {
			const evidence = lineOf(alert.told[0].evidence);
			program.err(`trucewatch: alert: ${sentence}\n${evidence === null ? '' : `  ${evidence}\n`}`);
		},
		begin: async (
			watch,
			{onAlert, onNote, mayCall = () => watch.store.snapshot().isLeader, clock = program.clock, speed = 1},
		) => {
			const outboxes = channels.map(channel =>
				createOutbox(channel, {
					print: printed,
					onFailure(reason, failures) {
						if (reason === null) {
							log('info', `${channel.name} works again`, {failures});
							onNote?.(`${channel.name} works again`);
						} else if (failures === 1) {
							log('warn', `${channel.name}: ${reason}`);
							onNote?.(`${channel.name}: ${reason}`);
						} else log('debug', `${channel.name}: ${reason}`, {failures});
					},
				}),
			);
			const {seenUntil} = openAlertNotes(watch.store);
			// What the run before had seen is compared with: all of it, or what was known would be told as news.
			if (seenUntil !== null) await watch.hold({asOf: null, asSeen: seenUntil});
			await watch.hold();
			return createAlerting({
				watch,
				rules,
				cooldownMs: options.alertCooldownMs,
				clock,
				settleMs: patienceFor(options.everyMs, speed),
				mayCall,
				onAlert,
				outboxes,
				log,
			});
		},
		async ringer() {
			const by = options.alertBy;
			const notification = by.includes('notification')
				? await terminalNotification(program.environment)
				: null;
			const bell = by.includes('bell') ? '\u0007' : '';
			return alert => {
				const [{fact, evidence}] = alert.told;
				const by = fact && evidence.outlet !== null ? ` – ${evidence.outlet}` : '';
				return `${notification ? notificationSequence(notification, `${sentenceOf(alert)}${by}`) : ''}${bell}`;
			};
		},
	};
}

/** @throws {UsageError} where it cannot be a token, or would be sent in the clear; it is never repeated */
function tokenOf(url: string, environment: Program['environment']): string | null {
	const token = environment[tokenVariable]?.trim() ?? '';
	if (token === '') return null;
	if (!/^[\x21-\x7e]+$/.test(token))
		throw new UsageError(`${tokenVariable}: it has characters that no token has`);
	const address = new URL(url);
	const host = literal(address);
	const isHere = (host === null ? depthOfName(address.hostname) : depthOf(host)) === 2;
	if (address.protocol !== 'https:' && !isHere)
		throw new UsageError(
			`--alert-webhook: ${tokenVariable} is set, and is sent only by https or to this machine, not to ${address.protocol}//${address.host}`,
			'--alert-webhook https://hooks.example/border',
		);
	return token;
}

/** What speaks HTTP is loaded with the first alert. */
function later(url: string, make: () => Promise<Channel>): Channel {
	let made: Promise<Channel> | null = null;
	return {
		name: `alert webhook ${new URL(url).host}`,
		async deliver(message, stopped) {
			made ??= make();
			return (await made).deliver(message, stopped);
		},
	};
}

async function webhook(url: string, token: string | null, {timeoutMs}: Options): Promise<Channel> {
	const {createRequester} = await import('../polling/request.ts');
	const requester = createRequester({
		timeoutMs,
		maxBodyBytes: answerBytes,
		concurrency: 1,
		userAgent: userAgentOf(process.env),
		usesProxy: hasProxy(process.env),
	});
	return webhookChannel({requester, url, token});
}
