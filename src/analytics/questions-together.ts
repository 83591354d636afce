export interface HowMany {
  /** More at once in one transaction would wait for each other where Postgres could answer them beside each other. */
  readonly atOnce: number;
  /** Transactions beside each other: a page leaves connections to others. */
  readonly beside: number;
}

/** For questions that take about as long as to open a transaction. */
const QUICK_ONES: HowMany = { atOnce: 6, beside: 4 };
/** So often a transaction goes on: on a database with one connection changes have their turn between two. */
const MOST_TIMES = 8;

interface Question<Tx> {
  ask(tx: Tx): Promise<unknown>;
  answer(told: unknown): void;
  refuse(error: unknown): void;
  isSettled: boolean;
}

/**
 * Asks many questions in few transactions: to open one and to end it takes as long as to answer a question. Those of one turn
 * of the event loop are asked together, and a transaction goes on with those that its answers lead to, or that wait.
 *
 * @param run does its work in a transaction; false: of what was asked nothing can be answered, and each is told null
 * @returns asks in one of these transactions; what throws is asked again by itself, as it may be for another's failure
 * @example const ask = questionsTogether(inOneTransaction); await Promise.all([ask(readTotals), ask(readGaps)]) // one transaction
 */
export function questionsTogether<Tx>(
  run: (work: (tx: Tx) => Promise<void>) => Promise<boolean>,
  { atOnce, beside } = QUICK_ONES,
): <Answer>(ask: (tx: Tx) => Promise<Answer>) => Promise<Answer | null> {
  const waiting: Question<Tx>[] = [];
  let underWay = 0;
  /** Transactions of these that have answered, and wait for a turn whether there is more. */
  let free = 0;
  let willBegin = false;

  const answerAll = async (first: readonly Question<Tx>[]): Promise<void> => {
    let questions = first;
    try {
      const isAnswered = await run(async (tx) => {
        for (let times = 1; questions.length > 0; times += 1) {
          await answerIn(tx, questions);
          questions = times < MOST_TIMES ? await nextOnes() : [];
        }
      });
      if (!isAnswered) for (const question of questions) question.answer(null);
    } catch (error) {
      const left = questions.filter(({ isSettled }) => !isSettled);
      if (questions.length === 1) for (const question of left) question.refuse(error);
      else await Promise.all(left.map((question) => answerAll([question])));
    }
  };

  const nextOnes = async () => {
    free += 1;
    await new Promise<void>((endOfTurn) => setImmediate(endOfTurn));
    free -= 1;
    const next = waiting.splice(0, atOnce);
    begin();
    return next;
  };

  const begin = () => {
    willBegin = false;
    // Those that are free take some in this turn.
    while (waiting.length > free * atOnce && underWay < beside) {
      underWay += 1;
      void answerAll(waiting.splice(0, atOnce)).finally(() => {
        underWay -= 1;
        begin();
      });
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
      waiting.push(question);
      if (!willBegin) setImmediate(begin);
      willBegin = true;
    });
}

/** None may go on asking when the transaction has ended. @throws what the first that failed throws */
async function answerIn<Tx>(tx: Tx, questions: readonly Question<Tx>[]): Promise<void> {
  const outcomes = await Promise.allSettled(
    questions
      .filter(({ isSettled }) => !isSettled)
      .map(async (question) => question.answer(await question.ask(tx))),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
