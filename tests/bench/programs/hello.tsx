// The least that Ink can show.
import {render, Text} from 'ink';

render(<Text>Hello</Text>);
