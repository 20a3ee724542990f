import {profileOf} from './check.ts';
import kyrgyzstanTajikistan from './kyrgyzstan-tajikistan.json' with {type: 'json'};
import type {Profile} from './profile.ts';

/** The conflicts that come with the program. A new one is a JSON file and a line here. */
export const builtIn: readonly Profile[] = [profileOf(kyrgyzstanTajikistan, 'kyrgyzstan-tajikistan.json')];

export {sideNamed} from './sides.ts';
