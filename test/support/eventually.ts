/** Asks again until the answer is there (true, or not empty), and returns it; fails after `seconds`. */
export async function eventually<T>(ask: () => Promise<T>, seconds = 30): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (Array.isArray(answer) ? answer.length > 0 : answer) return answer;
    if (Date.now() > until)
      throw new Error(`Nothing came within ${seconds} s; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
