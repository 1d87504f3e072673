// Writes resources/sample/: an invented maternity service, the same bytes at every run. Run it by hand after a change here.
import { writeFileSync } from 'node:fs';

let seed = 20261102;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const chance = (share) => random() < share;
const shuffled = (list) => {
  const keyed = list.map((item) => [random(), item]);
  return keyed.sort(([one], [other]) => one - other).map(([, item]) => item);
};

const surnames =
  'Ashdown Birkett Calloway Dunmore Ellery Farrant Gower Hartnell Ibbotson Jessop Kelling Lomas Mabbott Nettles Orchard Pickard Quayle Rushby Selwood Tansley Udall Vickery Wragg Yarrow Adeyemi Begum Chowdhury Fernandes Kowalska Okafor'.split(
    ' ',
  );
const given =
  'Abigail Bea Carmen Delia Esme Freya Grace Hana Imogen Joy Katya Leila Maya Nia Orla Priya Ruth Sade Tess Uma Vera Wren Yasmin Zofia'.split(
    ' ',
  );

const units = [
  {
    name: 'Delivery Suite',
    kind: 'delivery_suite',
    costCentre: '610101',
    day: [6, 2],
    night: [6, 2],
    bands: [7, 6, 6, 6, 5],
  },
  { name: 'Maternity Ward', kind: 'postnatal', costCentre: '610102', day: [4, 3], night: [3, 2], bands: [6, 6, 5] },
  { name: 'Birth Centre', kind: 'birth_centre', costCentre: '610103', day: [2, 1], night: [2, 1], bands: [6, 6, 7] },
  { name: 'Community Team', kind: 'community', costCentre: '610104', day: [7, 2], night: [0, 0], bands: [6, 6, 7] },
];
const grade = (band) => `Band ${band}`;
let number = 31000017;
const team = (unit, registered, size) =>
  Array.from({ length: size }, () => {
    number += 1 + Math.floor(random() * 900);
    return {
      number,
      name: `${pick(surnames).toUpperCase()}, ${pick(given)}`,
      band: registered ? pick(unit.bands) : pick([2, 3, 3]),
      registered,
    };
  });

const headings = [
  'Unit',
  'Staff Number',
  'Name',
  'Grade',
  'Grade Type',
  'Duty Date',
  'Shift',
  'Shift Type',
  'Start',
  'End',
  'Break Mins',
  'Work Hours',
  'Fill Type',
  'Duty Status',
  'In Charge',
  'Supernumerary',
  'Actual Start',
  'Actual End',
  'Actual Break Mins',
  'Actual Work Hours',
  'Unavailability Group',
  'Unavailability Reason',
  'Cost Centre',
];
const rows = [];
const shifts = {
  day: ['LD', 'Day', '07:30', '20:00', 60, 11.5],
  night: ['N', 'Night', '19:30', '08:00', 60, 11.5],
  visit: ['CD', 'Day', '08:30', '16:30', 30, 7.5],
};
const dates = Array.from({ length: 28 }, (_, day) => new Date(Date.UTC(2026, 9, 5 + day)));
const british = (date) => date.toISOString().slice(0, 10).split('-').reverse().join('/');

for (const unit of units) {
  const midwives = team(unit, true, (unit.day[0] + unit.night[0]) * 3);
  const support = team(unit, false, (unit.day[1] + unit.night[1]) * 3);
  let wasAtNight = new Set();
  for (const date of dates) {
    const atNight = new Set();
    const awake = (person) => !wasAtNight.has(person);
    const free = { true: shuffled(midwives).filter(awake), false: shuffled(support).filter(awake) };
    for (const half of ['day', 'night'])
      for (const registered of [true, false])
        for (let post = 0; post < unit[half][registered ? 0 : 1]; post += 1) {
          const [shift, type, start, end, rest, hours] = shifts[unit.kind === 'community' ? 'visit' : half];
          const coordinator = unit.kind === 'delivery_suite' && registered && post === 0;
          const filled = !chance(registered ? 0.09 : 0.06);
          const supply = filled && chance(0.08) ? (chance(0.75) ? 'Bank' : 'Agency') : 'Substantive';
          const person = free[registered].pop();
          if (half === 'night') atNight.add(person);
          const named = filled && supply !== 'Agency';
          const plan = [start, end, rest, hours / 24];
          rows.push([
            unit.name,
            named ? person.number : '',
            filled ? person.name : '',
            grade(coordinator ? 7 : person.band),
            registered ? 'Registered' : 'Unregistered',
            british(date),
            shift,
            type,
            ...plan,
            supply,
            filled ? 'Worked' : 'Unfilled',
            coordinator ? 'Y' : '',
            coordinator ? 'Y' : '',
            ...(filled ? plan : ['', '', '', '']),
            '',
            '',
            unit.costCentre,
          ]);
        }
    for (const person of [...free.true.slice(0, 2), ...free.false.slice(0, 1)])
      if (chance(0.55)) {
        const [group, reason] = pick([
          ['Annual Leave', 'Annual Leave'],
          ['Annual Leave', 'Annual Leave'],
          ['Annual Leave', 'Annual Leave'],
          ['Sickness', 'Cold or flu'],
          ['Study Leave', 'Mandatory training'],
          ['Parenting', 'Maternity leave'],
        ]);
        rows.push([
          unit.name,
          person.number,
          person.name,
          grade(person.band),
          person.registered ? 'Registered' : 'Unregistered',
          british(date),
          '',
          '',
          '',
          '',
          '',
          7.5 / 24,
          'Substantive',
          '',
          '',
          '',
          '',
          '',
          '',
          '',
          group,
          reason,
          unit.costCentre,
        ]);
      }
    wasAtNight = atNight;
  }
}

const text = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
const csv = [['Sample duty roster (invented people)'], ['Roster period: 05-Oct-2026 to 01-Nov-2026'], headings, ...rows]
  .map((row) => row.map(text).join(','))
  .join('\r\n');
writeFileSync('resources/sample/duty-roster.csv', `${csv}\r\n`);
console.log(`${rows.length} rows`);
