/** What a model's answer holds: facts as it wrote them, or why it is of no use, as a sentence goes on after “its answer”. */
export type Offered =
	| {readonly ok: true; readonly facts: readonly unknown[]}
	| {readonly ok: false; readonly reason: string};

const unusable = (reason: string): Offered => ({ok: false, reason});

/** Reads the body of an answer to a question of `question.ts`. */
export function offeredIn(body: string): Offered {
	const completion = parsed(body);
	if (!isObject(completion)) return unusable('is not JSON');
	const {choices} = completion;
	const [choice] = Array.isArray(choices) ? choices : [];
	const message = isObject(choice) ? choice.message : undefined;
	if (!isObject(choice) || !isObject(message)) return unusable('holds no message');
	const {content} = message;
	if (typeof content !== 'string' || content.trim() === '') return unusable('is empty');
	const value = parsed(bare(content));
	if (value === undefined)
		return unusable(
			choice.finish_reason === 'length' ? 'was cut off by its server' : 'is not the JSON that was asked for',
		);
	if (!isObject(value) || !Array.isArray(value.facts)) return unusable('holds no list of facts');
	return {ok: true, facts: value.facts};
}

// What models put around JSON where their server does not hold them to it: their thinking, a code fence.
function bare(content: string): string {
	const thought = content.lastIndexOf('</think>');
	const said = (thought === -1 ? content : content.slice(thought + '</think>'.length)).trim();
	return /^```[a-z]*\n([\s\S]*)\n```$/i.exec(said)?.[1] ?? said;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
