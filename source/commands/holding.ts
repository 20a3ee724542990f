import type {Span, Store} from '../../store/store.ts';

/** Has a store hold what the last picture is drawn from. */
export type Holding = {
	/** Settles when what was told in a span is in memory. */
	hold(span: Span): Promise<void>;
	/** Whether what was last asked for is still on its way. */
	isLoading(): boolean;
};

/** @param begin what the store has held since it was opened */
export function createHolding(store: Pick<Store, 'hold'>, begin: Span): Holding {
	let last = {span: begin, isHeld: true, held: Promise.resolve()};
	return {
		hold(span) {
			if (last.span.from === span.from && last.span.to === span.to) return last.held;
			// Where the time that a picture looks back over moves on, nothing is missing while the store takes note of it.
			const asked = {span, isHeld: last.isHeld && isWithin(span, last.span), held: store.hold(span)};
			last = asked;
			// A picture is drawn from what is there; what cannot be read is told by the store.
			asked.held
				.catch(() => {})
				.finally(() => {
					asked.isHeld = true;
				});
			return asked.held;
		},
		isLoading: () => !last.isHeld,
	};
}

const isWithin = (span: Span, other: Span): boolean =>
	span.from >= other.from && (other.to === null || (span.to !== null && span.to <= other.to));
