import type * as z from 'zod';
import type { Verb } from '../access';
import type { Activity } from '../campaign/phases';

/** The cloud functions, by subject. The part of an operation's name before the dot is its function. */
export const functionNames = [
  'account',
  'register',
  'collect',
  'assignment',
  'notice',
  'quality',
  'office',
  'jobs',
] as const;
export type FunctionName = (typeof functionNames)[number];
export type OperationName = `${FunctionName}.${string}`;

/** A call between phone and cloud: its name, who may, what goes in and what comes out. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  name: OperationName;
  /** Chinese title, for the access table and the audit view. */
  title: string;
  /** 'anyone' needs no sign-in; 'signedIn' needs an account but no particular post. */
  verb: Verb | 'anyone' | 'signedIn';
  /** A query changes nothing; a command runs in one transaction, once per requestId, and leaves an audit row. */
  kind: 'query' | 'command';
  /** The reply holds information on persons: staff need the undertaking, and the look is recorded. */
  discloses: boolean;
  /** Part of the campaign that the phase of the day must have opened; absent for what is never closed. */
  during?: Activity;
  input: I;
  output: O;
}

export type InputOf<Op extends Operation> = z.output<Op['input']>;
export type OutputOf<Op extends Operation> = z.output<Op['output']>;

type Definition<I extends z.ZodType, O extends z.ZodType> = Omit<Operation<I, O>, 'kind' | 'discloses'> & {
  discloses?: boolean;
};

/** Declares a call that only reads. */
export const query = <I extends z.ZodType, O extends z.ZodType>(definition: Definition<I, O>): Operation<I, O> => ({
  discloses: false,
  ...definition,
  kind: 'query',
});

/** Declares a call that changes something. */
export const command = <I extends z.ZodType, O extends z.ZodType>(definition: Definition<I, O>): Operation<I, O> => ({
  discloses: false,
  ...definition,
  kind: 'command',
});

export const functionOf = (name: OperationName): FunctionName => name.slice(0, name.indexOf('.')) as FunctionName;
