import assert from 'node:assert/strict';
import {test} from 'node:test';
import {modelAddressOf} from '../../../source/facts/model/flag.ts';

const right: [string, string, string][] = [
	['openai:http://127.0.0.1:11434/v1#model=qwen', 'http://127.0.0.1:11434/v1/chat/completions', 'qwen'],
	['openai:https://api.example/v1/#model=a%2Cb', 'https://api.example/v1/chat/completions', 'a,b'],
	[
		'OPENAI:http://[::1]:8080#model=org/model-1:free',
		'http://[::1]:8080/chat/completions',
		'org/model-1:free',
	],
	['openai:https://api.example/v1/chat/completions#model=a', 'https://api.example/v1/chat/completions', 'a'],
	[
		'openai:https://api.example/v1?api-version=2#model=a',
		'https://api.example/v1/chat/completions?api-version=2',
		'a',
	],
];
for (const [flag, url, model] of right)
	test(flag, () => assert.deepEqual(modelAddressOf(flag), {url, model}));

const wrong: [string, RegExp][] = [
	['http://127.0.0.1/v1#model=a', /expected openai:/],
	['qwen', /expected openai:/],
	['ollama:http://127.0.0.1/v1#model=a', /no kind of reader “ollama”; there is openai/],
	['openai:127.0.0.1/v1#model=a', /begins with https:/],
	['openai:file:///v1#model=a', /begins with https:/],
	['openai:http://127.0.0.1/v1', /which model is missing/],
	['openai:http://127.0.0.1/v1#model=', /which model is missing/],
	['openai:http://127.0.0.1/v1#model=a,model=b', /given twice/],
	['openai:http://127.0.0.1/v1#model=a,temperature=1', /the only option after # is “model”/],
	['openai:http://127.0.0.1/v1#model=a%0Ab', /expected a model’s name/],
	['openai:http://127.0.0.1/v1#model=a,key=sk-secret', /never taken from a flag.*TRUCEWATCH_READER_KEY/],
	['openai:http://127.0.0.1/v1#api_key=sk-secret,model=a', /TRUCEWATCH_READER_KEY/],
	['openai:http://127.0.0.1/v1?key=sk-secret#model=a', /TRUCEWATCH_READER_KEY/],
	['openai:http://me:sk-secret@127.0.0.1/v1#model=a', /TRUCEWATCH_READER_KEY/],
];
for (const [flag, message] of wrong)
	test(`refused: ${flag}`, () =>
		assert.throws(
			() => modelAddressOf(flag),
			(error: Error) => message.test(error.message) && !error.message.includes('sk-secret'),
		));
