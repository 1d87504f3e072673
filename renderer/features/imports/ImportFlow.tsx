import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Mapping, TakenFile } from '#contract';
import { letGo } from '../../client/let-go.ts';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { mappingOf } from './answers.ts';
import { IMPORT_ANSWERS, useAnswers } from './answers-draft.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { CommitStep } from './CommitStep.tsx';
import { DryRunStep } from './DryRunStep.tsx';
import { FileStep } from './FileStep.tsx';
import { nothingSaid, type Said } from './kept-answers.ts';
import { Progress } from './Progress.tsx';
import { ProblemsStep } from './ProblemsStep.tsx';
import { SayWhatItIs } from './SayWhatItIs.tsx';
import type { WhatItIs } from './WhatItIs.tsx';
import { firstRowsIn } from './unrecognised.ts';

const steps = ['File', 'Columns', 'Problems', 'Dry run', 'Store'] as const;
type Step = (typeof steps)[number];

/** How long leaving waits for the file to be let go of, in milliseconds. */
const PATIENCE = 2000;

interface ImportFlowProps {
  file: TakenFile;
  /** Called as soon as its rows are stored, also where another screen is looked at by then. */
  onStored: () => void;
  onDone: () => void;
}

/** One file from "what is it" to "stored": five steps, each of which can be gone back to. */
export function ImportFlow({ file, onStored, onDone }: ImportFlowProps) {
  const trust = useTrust().code;
  const [step, setStep] = useState<Step>('File');
  // Once stored, or left, the file is no longer at hand: nothing more is asked of it.
  const [end, setEnd] = useState<'stored' | 'given up' | 'left for later' | null>(null);
  const { said, setSaid, isAnything, turn, note, below } = useAnswers({
    form: IMPORT_ANSWERS,
    record: file.file,
    fileName: file.name,
    isOver: end === 'stored' || end === 'given up',
  });
  const mapping = joined(said);
  const input = { trust, file: file.file, mapping };
  const inspected = useQuery({
    queryKey: ['import inspection', input],
    queryFn: ({ signal }) => planner.imports.inspect(input, { signal }),
    enabled: end === null,
    placeholderData: keepPreviousData,
  });
  const seen = inspected.data;
  const settled = seen?.kind === 'recognised' && !seen.dateNeeded && seen.questions.length === 0;
  const previewed = useQuery({
    queryKey: ['import preview', input],
    queryFn: ({ signal }) => planner.imports.preview(input, { signal }),
    enabled: settled && end === null,
    placeholderData: keepPreviousData,
  });
  const preview = previewed.data ?? null;
  const unknown = inspected.isError ? firstRowsIn(inspected.error) : null;
  const change = (part: Mapping) => setSaid((before) => ({ ...before, mapping: { ...before.mapping, ...part } }));
  /** Of another kind nothing holds that was said of the columns and rows of this one. */
  const readAs = (what: WhatItIs) => {
    setSaid(({ mapping: { units } }) => ({ mapping: { ...what, ...(units && { units }) }, answers: {} }));
    setStep('Columns');
    announce('Read as you said: nothing is stored yet');
  };
  const leave = async (how: 'given up' | 'left for later') => {
    setEnd(how);
    // A thread that is busy answers late: nobody stays here for that.
    await Promise.race([letGo(file.file), new Promise((settle) => setTimeout(settle, PATIENCE))]);
    onDone();
  };
  const next = steps[steps.indexOf(step) + 1];
  const mark = (name: Step): string => {
    if (name === 'Problems' && preview && preview.refused > 0) return ` ${preview.refused}`;
    const done =
      name === 'File'
        ? seen?.kind === 'recognised' && !seen.dateNeeded
        : name === 'Columns'
          ? settled
          : name === 'Problems' && preview;
    return done ? ' ✓' : '';
  };

  return (
    <Page
      title={`Import: ${file.name}`}
      windowTitle="Import"
      subtitle={
        seen?.kind === 'recognised'
          ? [
              `${said.mapping.kind === undefined ? 'Recognised' : 'Read'} as ${seen.title.toLowerCase()}: ${seen.reason}`,
              `headings in row ${seen.headerRow}`,
              ...seen.values,
            ].join(' · ')
          : seen?.kind === 'ambiguous'
            ? 'More than one reading fits'
            : inspected.isError
              ? 'Nothing was stored'
              : 'Looking at the file'
      }
      filters={steps.map((name, index) => (
        <Button
          key={name}
          aria-current={name === step ? 'step' : undefined}
          disabled={(index > 0 && seen?.kind !== 'recognised') || (index > 1 && !settled)}
          onClick={() => setStep(name)}
        >
          {index + 1} {name}
          {mark(name)}
        </Button>
      ))}
      actions={
        <>
          {isAnything && end !== 'stored' && (
            <Button onClick={() => void leave('left for later')}>Leave for later</Button>
          )}
          <Button onClick={() => void leave('given up')}>Leave without importing</Button>
          {/* There from the start: a button that came later would move the others from under the mouse. */}
          {steps.indexOf(step) < 2 && (
            <Button disabled={!settled} onClick={() => setStep('Dry run')}>
              See what will change
            </Button>
          )}
          {next && (
            <Button
              kind="main"
              disabled={seen?.kind !== 'recognised' || (steps.indexOf(next) > 1 && !settled)}
              onClick={() => setStep(next)}
            >
              Next: {next.toLowerCase()}
            </Button>
          )}
        </>
      }
    >
      {note}
      {unknown !== null ? (
        <SayWhatItIs sheets={unknown} mapping={said.mapping} onSaid={readAs} />
      ) : inspected.isError && isAnything ? (
        <div className="note note--wrong" role="alert">
          <p>{sentence(inspected.error)}</p>
          <Button
            onClick={() => {
              setSaid(nothingSaid);
              setStep('File');
            }}
          >
            Read it as it was recognised at first
          </Button>
        </div>
      ) : (
        <Answered query={inspected}>
          {(inspection) => {
            if (step === 'File' || inspection.kind === 'ambiguous')
              return below(
                <FileStep key={turn} inspection={inspection} mapping={mapping} onChange={change} onSaid={readAs} />,
              );
            if (step === 'Columns')
              return <ColumnsStep inspection={inspection} mapping={said.mapping} onChange={change} />;
            return below(
              <Answered query={previewed}>
                {(found) =>
                  found === null ? (
                    <p>The reading of the file was stopped. Go back a step and try again.</p>
                  ) : step === 'Problems' ? (
                    <ProblemsStep
                      fileName={file.name}
                      input={input}
                      inspection={inspection}
                      preview={found}
                      answers={said.answers}
                      onAnswers={(make) => setSaid((before) => ({ ...before, answers: make(before.answers) }))}
                    />
                  ) : step === 'Dry run' && end === null ? (
                    <DryRunStep fileName={file.name} input={input} />
                  ) : (
                    <CommitStep
                      fileName={file.name}
                      input={input}
                      preview={found}
                      overlap={said.overlap}
                      onOverlap={(overlap) => setSaid((before) => ({ ...before, overlap }))}
                      onStored={() => {
                        setEnd('stored');
                        onStored();
                      }}
                      onDone={onDone}
                    />
                  )
                }
              </Answered>,
            );
          }}
        </Answered>
      )}
      {previewed.isFetching && <Progress subject={{ file: file.file }} />}
    </Page>
  );
}

/** What was said of the columns, and what was answered to the problems. */
function joined({ mapping, answers }: Said): Mapping {
  const { codes = {}, mends } = mappingOf(answers);
  const both = { ...mapping.codes };
  for (const [set, words] of Object.entries(codes)) both[set] = { ...both[set], ...words };
  return { ...mapping, ...(Object.keys(both).length > 0 && { codes: both }), mends };
}
