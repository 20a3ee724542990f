export async function run(_entry: string): Promise<void> {}
