import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useContext } from 'react';
import type { ChangeEntry, RecordOfHistory, RulePack } from '#contract';
import { planner } from '../client/planner.ts';
import { useSignedIn } from '../client/session.ts';
import { TrustInView } from '../client/trust.ts';
import { useOwnChanges } from './changes/RecordHistory.tsx';
import type { ImportsUsed, Making } from './making.ts';
import { counted, dateText, daysText } from './numbers.ts';

/** So many files of a kind are named; of more the newest, and how many others there are. */
const MOST_FILES = 4;

interface MadeFactsProps {
  value: string;
  making: Making;
  /** Of whom, when, and by which filters. */
  of: string;
  /** What stands below the figure. */
  remark?: ReactNode;
}

/** What is to be known of how a figure was made, in the same words and order for every figure. */
export function MadeFacts({ value, making, of, remark }: MadeFactsProps) {
  const stays = making.copiedAs !== undefined && { 'data-stays': '' };
  const { formula, inputs, on, imports = [], entered = [], sources = [], packs, packsOfOthers = [] } = making;
  return (
    <>
      <dt>Formula</dt>
      <dd>
        {formula}
        <span {...stays}> = {value}</span>
      </dd>
      <dt {...stays}>Inputs</dt>
      <dd>
        <ul className="made__list">
          {inputs.map((one) => (
            <li key={one.title}>
              {one.title}: <strong>{one.value}</strong>, {one.on ?? on}
            </li>
          ))}
        </ul>
      </dd>
      <dt>Source</dt>
      <dd>
        <ul className="made__list">
          {sources.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {imports.length > 0 && <Files imports={imports} />}
          {entered.map((one) =>
            typeof one === 'string' ? (
              <li key={one}>Entered by hand on {one}</li>
            ) : (
              <li key={one.where}>
                Entered by hand on {one.where}
                <LastBy of={one.by} />
              </li>
            ),
          )}
        </ul>
      </dd>
      {of && (
        <>
          <dt>Of</dt>
          <dd>{of}</dd>
        </>
      )}
      <dt>Pack</dt>
      <dd>
        <ul className="made__list">
          {packs.length > 0 && <Packs of={packs} />}
          {packsOfOthers.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {packs.length + packsOfOthers.length === 0 && <li>None: counted as it stands, by no published rule</li>}
        </ul>
      </dd>
      {remark && (
        <>
          <dt {...stays}>Remark</dt>
          <dd>{remark}</dd>
        </>
      )}
    </>
  );
}

/** The files that the figure is of, each with its days, its import and its rows that count. */
function Files({ imports }: { imports: readonly ImportsUsed[] }) {
  const trust = useContext(TrustInView);
  const { mayView, isOn } = useSignedIn();
  const isAllowed = mayView('people') && isOn('imports');
  const behind = useQuery({
    queryKey: ['files behind', trust?.code, imports],
    queryFn: () => planner.imports.behind({ trust: trust?.code ?? '', used: [...imports] }),
    enabled: trust !== null && isAllowed,
  });
  const kinds = useQuery({
    queryKey: ['import kinds'],
    queryFn: () => planner.imports.kinds({}),
    enabled: isOn('imports'),
  });
  const nameOf = (wanted: string) =>
    kinds.data?.find(({ kind }) => kind === wanted)?.title ?? wanted.replaceAll('_', ' ');
  if (!isAllowed)
    return imports.map(({ kind }) => <li key={kind}>{nameOf(kind)}: its files are named to editors, under Imports</li>);
  if (!behind.data) return <li>Loading…</li>;
  return imports.flatMap((one, at) => {
    const files = behind.data[at] ?? [];
    const name = nameOf(one.kind);
    if (files.length === 0) return [<li key={one.kind}>{name}: no file has rows of it</li>];
    const rest = files.slice(MOST_FILES);
    return [
      ...files.slice(0, MOST_FILES).map(({ id, fileName, sheet, period, accepted, rows, committedAt, committedBy }) => (
        <li key={`${one.kind} ${id}`}>
          {name}: {fileName}
          {sheet && `, ${sheet}`}
          {period && `, of ${daysText(period)}`}, imported {dateText(committedAt)} by {committedBy},{' '}
          {rows === accepted
            ? counted(rows, 'row')
            : `${rows.toLocaleString('en-GB')} of its ${counted(accepted, 'row')}`}
        </li>
      )),
      ...(rest.length > 0
        ? [
            <li key={`${one.kind} more`}>
              {name}: {counted(rest.length, 'earlier file')} too, of{' '}
              {daysText({
                first: rest.map(({ period }) => period?.first ?? '').sort()[0] ?? '',
                last:
                  rest
                    .map(({ period }) => period?.last ?? '')
                    .sort()
                    .pop() ?? '',
              })}
            </li>,
          ]
        : []),
    ];
  });
}

/** Who changed what was entered last, and when; nothing where nobody did, or for whom histories are not. */
function LastBy({ of }: { of: readonly RecordOfHistory[] }) {
  const changes = useOwnChanges();
  const found = useQuery({
    queryKey: ['changes of', changes?.owner, of],
    queryFn: async () => (await Promise.all(of.map((record) => changes?.ofRecord(record) ?? []))).flat(),
    enabled: changes !== null,
  });
  if (changes === null) return null;
  if (!found.data) return <>: Loading…</>;
  const last = found.data
    .filter(({ undone }) => !undone)
    .reduce<ChangeEntry | null>((newest, one) => (newest && newest.at >= one.at ? newest : one), null);
  return last && <>{`, last changed ${last.who === null ? '' : `by ${last.who} `}on ${dateText(last.at)}`}</>;
}

/** The packs that the figure rests on, and whose own values stand in place of published ones. */
function Packs({ of }: { of: readonly string[] }) {
  const trust = useContext(TrustInView);
  const rules = useQuery({
    queryKey: ['rules', trust?.code],
    queryFn: () => planner.organisation.rules({ trust: trust?.code ?? '' }),
    enabled: trust !== null,
  });
  if (!rules.data) return <li>Loading…</li>;
  return rules.data
    .filter(({ id, title }) => of.includes(id) || of.includes(title))
    .map((pack) => (
      <li key={pack.id}>
        {pack.title}, version {pack.version}, in force from {dateText(pack.validFrom)} ({pack.source.publisher},{' '}
        {pack.source.published}). <OwnValues pack={pack} />
      </li>
    ));
}

/** Who overrode what in a pack, when and why. */
function OwnValues({ pack }: { pack: RulePack }) {
  const own = pack.values.flatMap((rule) => (rule.own?.used ? [{ ...rule, own: rule.own }] : []));
  if (own.length === 0) return <>As published: nobody has overridden a value.</>;
  return own.map(({ name, unit, published, own: { id, value, agreedBy, why, setAt } }) => (
    <span className="made__own" key={id}>
      {name}: {String(value)} {unit} in place of {String(published)}
      {agreedBy && `, agreed by ${agreedBy}`}
      {why && ` (${why})`}, {dateText(setAt)}.
    </span>
  ));
}
