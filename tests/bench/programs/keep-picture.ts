import {performance} from 'node:perf_hooks';
import type {Reading} from '../../../source/picture/picture.ts';
import {createPicturing, eventAt} from '../../../source/picture/picturing.ts';
import {newsOf, profile} from '../wire-copy.ts';

// Arguments: how many reports there are, over how many days, and how many come on top, one after the other.
const [reports = 1000, days = 6, rounds = 100] = process.argv.slice(2).map(Number);
const {before, onTop} = newsOf(reports, days, rounds);
const clock = {asOf: null, asSeen: null};
const now = (onTop.at(-1)?.report.firstSeenAt ?? 0) + 60_000;
const event = eventAt(profile, now, {sinceMs: 1});
const show = {sources: [], now, everyMs: 300_000};

function fromNothing(readings: readonly Reading[]) {
	const picturing = createPicturing(profile, clock, event);
	for (const reading of readings) picturing.take(reading);
	const picture = picturing.draw(show);
	return {picturing, picture};
}

const began = performance.now();
const {picturing} = fromNothing(before);
const allMs = performance.now() - began;
const took: number[] = [];
for (const reading of onTop) {
	const from = performance.now();
	picturing.take(reading);
	picturing.draw(show);
	took.push(performance.now() - from);
}
took.sort((a, b) => a - b);
process.send?.({
	eachMs: took[Math.floor(took.length / 2)],
	slowMs: took[Math.floor(took.length * 0.95)],
	allMs,
});
