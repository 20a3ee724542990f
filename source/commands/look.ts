import type {Store} from '../../store/store.ts';

/** When somebody last looked at a store; null: nobody has. */
export function lastLookOf(store: Pick<Store, 'snapshot'>): number | null {
	const at = store.snapshot().notes.get('lastLookAt');
	return typeof at === 'number' && Number.isFinite(at) ? at : null;
}
