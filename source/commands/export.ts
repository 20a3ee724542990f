import type {Options} from '../options.ts';
import type {Program} from './program.ts';
export async function exportKept(_options: Options, _program: Program): Promise<number> { return 1; }
