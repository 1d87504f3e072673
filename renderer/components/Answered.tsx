import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sentence } from '../client/refusal.ts';
import { Button } from './Button.tsx';

interface AnsweredProps<Answer> {
  query: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
}

/** Shows what was asked for once it is there; until then that it is coming, or what went wrong and a way to ask again. */
export function Answered<Answer>({ query, children }: AnsweredProps<Answer>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <div className="note note--wrong" role="alert">
        <p>{sentence(query.error)}</p>
        <Button onClick={() => void query.refetch()}>Try again</Button>
      </div>
    );
  return <p role="status">Loading…</p>;
}
