/** Words and phrases as a table writes them: separated by commas or line ends. */
export const list = (words: string): readonly string[] => words.split(/\s*[,\n]\s*/).filter(Boolean);
