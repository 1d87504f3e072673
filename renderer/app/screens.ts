import { type ComponentType, lazy } from 'react';

export interface Screen {
  path: string;
  title: string;
  section: 'Workforce' | 'Returns' | 'Data';
  component: ComponentType;
}

const screen = (section: Screen['section'], path: string, title: string, component: ComponentType): Screen => ({
  section,
  path,
  title,
  component,
});

/** Every screen that works today, in the order of the navigation. The first one opens first. */
export const screens: Screen[] = [
  screen(
    'Workforce',
    '/gap',
    'The gap',
    lazy(() => import('../features/establishment/gap/GapScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/establishment',
    'Establishment',
    lazy(() => import('../features/establishment/EstablishmentScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/reconciliation',
    'Reconciliation',
    lazy(() => import('../features/establishment/reconciliation/ReconciliationScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/required',
    'Required staffing',
    lazy(() => import('../features/establishment/RequiredScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/staff',
    'Staff in post',
    lazy(() => import('../features/staff/StaffScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/rates',
    'Rates',
    lazy(() => import('../features/staff/rates/RatesScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/vacancies',
    'Vacancies',
    lazy(() => import('../features/vacancies/VacanciesScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/forecast',
    'Forecast',
    lazy(() => import('../features/forecast/ForecastScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/placements',
    'Student placements',
    lazy(() => import('../features/vacancies/PlacementsScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/rosters',
    'Rosters',
    lazy(() => import('../features/rosters/RostersScreen.tsx')),
  ),
  screen(
    'Workforce',
    '/assurance',
    'Assurance',
    lazy(() => import('../features/assurance/AssuranceScreen.tsx')),
  ),
  screen(
    'Returns',
    '/returns',
    'Theme 2 return',
    lazy(() => import('../features/returns/ReturnScreen.tsx')),
  ),
  screen(
    'Data',
    '/imports',
    'Imports',
    lazy(() => import('../features/imports/ImportsScreen.tsx')),
  ),
  screen(
    'Data',
    '/organisation',
    'Trust and units',
    lazy(() => import('../features/organisation/OrganisationScreen.tsx')),
  ),
  screen(
    'Data',
    '/history',
    'History',
    lazy(() => import('../features/history/HistoryScreen.tsx')),
  ),
];
