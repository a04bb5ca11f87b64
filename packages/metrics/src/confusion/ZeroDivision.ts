/** What a ratio 0/0 counts as, for example the recall of a class that never occurs. */
export type ZeroDivision = 0 | 1;
