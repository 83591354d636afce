/** More in one transaction would wait for each other where Postgres could answer them beside each other. */
const MOST_TOGETHER = 6;

interface Question<Tx> {
  ask(tx: Tx): Promise<unknown>;
  answer(told: unknown): void;
  refuse(error: unknown): void;
  isSettled: boolean;
}

/**
 * Runs what is asked in one turn of the event loop in few transactions: to open one and to end it takes as long as to answer
 * a question.
 *
 * @param run does its work in a transaction; false: of what was asked nothing can be answered, and each is told null
 * @returns asks in one of these transactions; what throws is asked again by itself, as it may be for another's failure
 * @example const ask = questionsOfATurn(inOneTransaction); await Promise.all([ask(readTotals), ask(readGaps)]) // one transaction
 */
export function questionsOfATurn<Tx>(
  run: (work: (tx: Tx) => Promise<void>) => Promise<boolean>,
): <Answer>(ask: (tx: Tx) => Promise<Answer>) => Promise<Answer | null> {
  let asked: Question<Tx>[] = [];

  const answerAll = async (questions: readonly Question<Tx>[]): Promise<void> => {
    try {
      const isAnswered = await run(async (tx) => {
        const left = questions.filter(({ isSettled }) => !isSettled);
        // None may go on asking when the transaction has ended.
        const outcomes = await Promise.allSettled(
          left.map(async (question) => question.answer(await question.ask(tx))),
        );
        for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      });
      if (!isAnswered) for (const question of questions) question.answer(null);
    } catch (error) {
      const left = questions.filter(({ isSettled }) => !isSettled);
      if (questions.length === 1) for (const question of left) question.refuse(error);
      else await Promise.all(left.map((question) => answerAll([question])));
    }
  };

  const begin = () => {
    const questions = asked;
    asked = [];
    for (let first = 0; first < questions.length; first += MOST_TOGETHER) {
      void answerAll(questions.slice(first, first + MOST_TOGETHER));
    }
  };

  return <Answer>(ask: (tx: Tx) => Promise<Answer>) =>
    new Promise<Answer | null>((resolve, reject) => {
      const question: Question<Tx> = {
        ask,
        isSettled: false,
        answer: (told) => {
          question.isSettled = true;
          resolve(told as Answer | null);
        },
        refuse: (error) => {
          question.isSettled = true;
          reject(error);
        },
      };
      if (asked.length === 0) setImmediate(begin);
      asked.push(question);
    });
}
