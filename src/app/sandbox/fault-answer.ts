import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../communifire/envelope.ts';
import { XML_TYPE, xmlEnvelope } from '../../communifire/xml/xml-envelope.ts';
import { PROBLEM_TYPE } from '../../platform/http/api/problem.ts';
import { API_ROOT } from '../api-routes.ts';
import type { Fault } from './faults.ts';
import { pathOf } from './sandbox-paths.ts';

const SENTENCE = 'A fault that was asked for at /sandbox/faults.';

/** Refuses the request with the status of the fault, in the manner of the API that the address belongs to. */
export const answerFault = (request: FastifyRequest, reply: FastifyReply, fault: Fault): FastifyReply => {
  const { status = 503, headers = {} } = fault;
  const { type, body } = mannerOf(request, status);
  return reply.code(status).headers(headers).type(type).send(body);
};

const mannerOf = (request: FastifyRequest, status: number): { readonly type: string; readonly body: string } => {
  if (pathOf(request).startsWith(`${API_ROOT}/`)) return { type: PROBLEM_TYPE, body: problem(request, status) };
  const envelope = refusal(SENTENCE);
  // The address of no route has no options.
  return request.routeOptions?.config?.answerType === 'application/xml'
    ? { type: XML_TYPE, body: xmlEnvelope(envelope) }
    : { type: 'application/json; charset=utf-8', body: JSON.stringify(envelope) };
};

const problem = ({ id: requestId }: FastifyRequest, status: number): string =>
  JSON.stringify({
    type: 'urn:casekeep:problem:injected-fault',
    title: SENTENCE,
    status,
    detail: SENTENCE,
    code: 'INJECTED_FAULT',
    requestId,
  });
