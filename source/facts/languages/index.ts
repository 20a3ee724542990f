import type {Language} from '../rule.ts';
import {english} from './en/index.ts';

/** The languages that can be read; a sentence is read by the first in whose letters it is written. */
export const languages: readonly Language[] = [english];
