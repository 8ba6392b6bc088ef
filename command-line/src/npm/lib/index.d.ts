/** What `plumbline mock` takes; `plumbline mock --help` tells more of each option. */
export interface MockOptions {
  /** The OpenAPI document: a file or a URL. Default: the one that comes with Plumbline. */
  contract?: string;
  /** A folder of fixtures. */
  fixtures?: string;
  /** Default: 127.0.0.1. */
  host?: string;
  /** Default: 0, any free one. */
  port?: number;
  /** Default: those of the contract's servers. */
  basePath?: string;
  /** Remember nothing: answer the same request the same for ever. */
  stateless?: boolean;
  /** Keep what clients have changed in this file. */
  state?: string;
  /** Answer with samples of the schemas even where there are examples. */
  dynamic?: boolean;
  /** Answer in spite of invalid requests. */
  lenient?: boolean;
  seed?: number;
  unknown?: '404' | 'sample';
  /** Origins whose pages may send credentials, beside those of this machine. */
  allowedOrigins?: string[];
  adminToken?: string;
  /** Further arguments, as on the command line. */
  args?: string[];
  /** Further environment variables. */
  env?: Record<string, string>;
  /** The folder that file names start from. Default: the current one. */
  cwd?: string;
  /** How long to wait for the start, in milliseconds. Default: 60000. */
  startTimeout?: number;
}

export interface Mock {
  /** The base URL, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** What the mock has written so far. */
  readonly output: string;
  /** Puts back what clients have changed. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a mock; the promise is kept once it listens, and broken with what it wrote if it does not. */
export function startMock(options?: MockOptions): Promise<Mock>;
