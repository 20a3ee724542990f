import type {Ceasefire, Claim, Figure} from './fact.ts';

/** What the reader adds, the same for all facts of a sentence. */
export type Written = {sentence: string; rule: string; language: string; report: unknown};

/** A fact before its sentence and report are added. */
export type Bare<Fact> = Omit<Fact, keyof Written>;
export type Refined = Bare<Figure> | Bare<Ceasefire> | Bare<Claim>;
