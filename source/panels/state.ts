import type {Figure} from '../facts/fact.ts';
import type {Change} from '../picture/changes.ts';
import type {Carried, Carrier, Picture} from '../picture/picture.ts';
import type {Searched} from '../search/search.ts';

/** What came in since the last look. */
export type NewSince = {
	/** Null: nothing to compare with: the first round of polls is not over, or the last look does not lie before the moment shown. */
	readonly at: number | null;
	/** Nobody had looked at this store before: it is compared with how things stood after the first round of polls. */
	readonly isFirstLook: boolean;
	/** Reports, revisions of known ones counted too. */
	readonly count: number;
	/** Newest first. */
	readonly changes: readonly Change[];
};

/** Everything that the screen shows, as one value. Replaced, never changed in place. */
export type ScreenState = {
	/** Null: still opening. */
	readonly picture: Picture | null;
	/** Only its minute is shown. */
	readonly now: number;
	/** IANA zone of the hours shown. */
	readonly timezone: string;
	/** Set where the picture is of an earlier moment; ages are then counted from that moment. */
	readonly archive: {readonly kind: 'as of' | 'as seen'; readonly at: number} | null;
	/** Another moment that was asked for and is being drawn; `to` null: now. Null: none is. */
	readonly asked: {readonly to: ScreenState['archive']} | null;
	readonly newSince: NewSince;
	readonly store: {
		/** Revisions kept. */
		readonly reports: number;
		/** A sentence for people while nothing can be kept; null otherwise. */
		readonly trouble: string | null;
		/** A sentence for people while what is kept cannot be made small; null otherwise. */
		readonly unsealed?: string | null;
		/** Old revisions with facts of the time that is shown which are not in the picture, for want of memory. */
		readonly leftOut?: number;
		/** Damaged parts that were set aside. */
		readonly damage: number;
		/** False: another instance polls, this one follows. */
		readonly isLeader: boolean;
	};
	readonly polling: {
		readonly isOn: boolean;
		/** Sources being asked at this moment. */
		readonly busy: number;
	};
	/** Short sentences, newest last; only the last is shown. */
	readonly notices: readonly string[];
	/** Told in this run, newest last; null: none are asked for. */
	readonly alerts: readonly AlertTold[] | null;
};

/** One alert as it was told. */
export type AlertTold = {
	readonly at: number;
	/** As it was written. */
	readonly rule: string;
	/** The newest first; there may be more than are listed. */
	readonly told: readonly {readonly text: string; readonly evidence: string | null}[];
	readonly count: number;
};

/** One revision of a report, and the figures that were read from it. */
export type RevisionRead = {
	readonly revision: number;
	/** Who published it, for people; null: known by its source alone. */
	readonly outlet: string | null;
	/** From when it counts as published. */
	readonly at: number;
	readonly firstSeenAt: number;
	readonly title: string;
	/** True where it was over the size limit and its end was not kept. */
	readonly isCut?: boolean;
	readonly figures: readonly Figure[];
};

/** What the reader of the screen can ask for. */
export type ScreenActions = {
	pollNow(): void;
	/** A key was pressed, so somebody looks. */
	looked(): void;
	/** All that is shown has been seen: what is new counts from now. */
	markSeen(): void;
	/** Opens a report's link; always http or https. */
	open(url: string): void;
	/** Puts a text into the clipboard, where the terminal allows it. */
	copy(text: string): void;
	/** The body of one revision; null where it is not kept. */
	text(id: string, revision: number): Promise<string | null>;
	/** Whether a text that is not there was dropped for its age; else it was damaged. */
	isTextDropped?(id: string, revision: number): Promise<boolean>;
	/** All revisions of a report that were known at the moment shown, oldest first. */
	revisions(id: string): readonly RevisionRead[];
	/** All reports that carry a claimant's figure, a claim or an event, first first; empty where the picture does not hold it. */
	carriers(of: Carried): readonly Carrier[];
	/** Looks in all that is kept, and was known at the moment shown, for what is typed. */
	search(typed: string): Promise<Searched>;
	/** Shows the picture of a whole hour, or a day, earlier (-1) or later (1). */
	step(unit: 'hour' | 'day', by: 1 | -1): void;
	/** Shows the picture of an instant. */
	jump(at: number): void;
	/** Shows the picture of now again. */
	toNow(): void;
	/** Of an earlier moment: what had been published by then, or what had been seen here by then. */
	otherClock(): void;
	/** Called once, after the terminal is restored. */
	quit(): void;
};
