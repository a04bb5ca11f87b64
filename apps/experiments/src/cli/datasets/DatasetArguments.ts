/** What the commands about one dataset take besides its name. */
export interface DatasetArguments {
  readonly data?: string;
  readonly split?: string;
  readonly set?: readonly string[];
  readonly json?: true;
}
