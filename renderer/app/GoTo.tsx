import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { LmnsOverview, Trust } from '#contract';
import { useInView } from '../client/lmns.ts';
import { planner } from '../client/planner.ts';
import { useSignedIn } from '../client/session.ts';
import { Dialog } from '../components/Dialog.tsx';
import { counted } from '../components/numbers.ts';
import type { Perform } from './commands.ts';
import { groupsOfPlaces, type Offer, type OfferGroup, offersMatching, useHelpOffers, useOffers } from './offers.ts';
import type { HelpPage } from '../help/page.ts';
import { visit } from './recent.ts';

interface GoToProps {
  trusts: Trust[];
  systems: LmnsOverview[];
  perform: Perform;
  onClose: () => void;
}

/** So many of each kind are listed before more is typed. */
const AT_ONCE = 40;

/** The places of the trust or LMNS in view that hold every word; none for a role that may not see them. */
function usePlaces(typed: string) {
  const inView = useInView();
  const { mayView } = useSignedIn();
  const words = mayView(inView.kind === 'trust' ? 'people' : 'lmns') ? typed.trim() : '';
  return useQuery({
    queryKey: ['places', inView, words],
    queryFn: () =>
      words === ''
        ? { found: 0, places: [] }
        : inView.kind === 'trust'
          ? planner.places.find({ trust: inView.code, words, limit: AT_ONCE })
          : planner.places.findInLmns({ lmns: inView.id, words, limit: AT_ONCE }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** Pages of help, fetched apart from the rest: none until they are there. */
function useHelpPages(): readonly HelpPage[] {
  const { data } = useQuery({
    queryKey: ['pages of help'],
    queryFn: async () => (await import('../help/pages.ts')).helpPages,
    staleTime: Infinity,
  });
  return data ?? none;
}

const none: readonly never[] = [];

/** The box to go anywhere or do anything: type any parts of words, arrow keys choose, Enter does it. */
export function GoTo({ trusts, systems, perform, onClose }: GoToProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const isAwaited = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const { name: of } = useInView();
  const { own, recent } = useOffers(trusts, systems, perform);
  const { data, isPlaceholderData } = usePlaces(typed);
  const matched = offersMatching(own, typed);
  const help = useHelpOffers(useHelpPages(), typed);
  const isEmpty = typed.trim() === '';
  const groups: OfferGroup[] = [
    { name: 'Recent', offers: isEmpty ? recent : [] },
    { name: 'Screens and commands', offers: matched },
    ...(data ? groupsOfPlaces(data.places, (place) => visit(place, of)) : []),
    { name: 'Help', offers: help },
  ].filter(({ offers }) => offers.length > 0);
  const offers = groups.flatMap((group) => group.offers);
  const current = Math.max(Math.min(chosen, offers.length - 1), 0);
  const choose = (offer: Offer | undefined) => {
    if (!offer) return;
    onClose();
    // Once the box is gone and has given the focus back: what is done may print the page or move the focus.
    setTimeout(offer.perform);
  };
  // Who types faster than places are found means what will be found.
  useEffect(() => {
    if (!isAwaited.current || isPlaceholderData) return;
    isAwaited.current = false;
    choose(offers[current]);
  });
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const optionId = (offer: Offer | undefined) => (offer ? `${id} ${offer.id}`.replaceAll(/[^\w-]/g, '-') : undefined);
  return (
    <Dialog title="Go to, or do" wide onClose={onClose}>
      <input
        className="nhsuk-input"
        role="combobox"
        aria-label="Type where to go or what to do"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}list`}
        aria-activedescendant={optionId(offers[current])}
        autoComplete="off"
        spellCheck={false}
        placeholder="A person, unit, post, line, course, action, import, screen or command"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setChosen((current + 1) % Math.max(offers.length, 1));
          else if (event.key === 'ArrowUp') setChosen((current + offers.length - 1) % Math.max(offers.length, 1));
          else if (event.key === 'PageDown') setChosen(Math.min(current + 8, offers.length - 1));
          else if (event.key === 'PageUp') setChosen(Math.max(current - 8, 0));
          else if (event.key === 'Enter' && isPlaceholderData) isAwaited.current = true;
          else if (event.key === 'Enter') choose(offers[current]);
          else return;
          event.preventDefault();
        }}
      />
      <p className="go-to__count" role="status">
        {offers.length === 0
          ? 'Nothing matches. Try a shorter part of the word.'
          : isEmpty
            ? 'Arrow keys choose, Enter goes there.'
            : `${counted(matched.length + help.length + (data?.found ?? 0), 'match').replace(/matchs$/, 'matches')}${
                data && data.found > data.places.length ? '; type more to narrow them down' : ''
              }`}
      </p>
      <div className="go-to" id={`${id}list`} role="listbox" aria-label="Places and actions" ref={list}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <p role="presentation">{group.name}</p>
            {group.offers.map((offer) => (
              // The input keeps the focus and its arrow keys choose; the pointer may click as well.
              <div
                key={offer.id}
                id={optionId(offer)}
                role="option"
                aria-selected={offer === offers[current]}
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(offer);
                }}
              >
                <span>
                  {offer.title}
                  {offer.why && <span className="go-to__why"> · {offer.why}</span>}
                </span>
                {offer.detail && <small>{offer.detail}</small>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
