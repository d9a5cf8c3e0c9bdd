import type { RpcError } from '../contract.ts';
import { type Command, Refusal } from './rpc.ts';

// The SDK's RPCErrorCodes.
const INVALID_PAYLOAD = 4000;

/** A command's argument that has to be text; refuses the command otherwise. */
export function text(args: Command['args'], name: string): string {
  const value = args[name];
  if (typeof value !== 'string') throw invalid(name);
  return value;
}

/** A command's argument that has to be a list of texts. */
export function texts(args: Command['args'], name: string): string[] {
  const value = args[name];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw invalid(name);
  return value;
}

/** The challenge of PKCE, for those who send one. */
export function challengeOf(args: Command['args']): { codeChallenge?: string; codeChallengeMethod?: string } {
  if (args.code_challenge === undefined) return {};
  return { codeChallenge: text(args, 'code_challenge'), codeChallengeMethod: text(args, 'code_challenge_method') };
}

export function invalid(name: string): Refusal {
  return new Refusal({ code: INVALID_PAYLOAD, message: `child "${name}" fails because it is missing or invalid` });
}

/** The server's answer, unless that was a refusal: then the command is refused with it. */
export function accepted<Answer extends object>(answer: Answer | RpcError): Answer {
  if (isRefusal(answer)) throw new Refusal(answer);
  return answer;
}

function isRefusal(answer: object): answer is RpcError {
  return 'code' in answer && typeof answer.code === 'number' && 'message' in answer;
}
