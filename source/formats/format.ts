import type {Picture} from '../picture/picture.ts';

export type FormatOptions = {
	/** How wide a line may be; only plain text minds it. */
	readonly columns: number;
	/** IANA zone in which times are written. */
	readonly timezone: string;
};

/** Writes a whole picture, with a newline at its end. */
export type Format = (picture: Picture, options: FormatOptions) => string;
