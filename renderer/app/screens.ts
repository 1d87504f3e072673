import { type ComponentType, lazy } from 'react';

export interface Screen {
  path: string;
  title: string;
  section: 'Workforce' | 'People' | 'Retention' | 'Training' | 'Returns' | 'Data';
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
    'People',
    '/due',
    'Due list',
    lazy(() => import('../features/preceptorship/DueScreen.tsx')),
  ),
  screen(
    'People',
    '/cohorts',
    'Preceptorship',
    lazy(() => import('../features/preceptorship/PreceptorshipScreen.tsx')),
  ),
  screen(
    'People',
    '/preceptors',
    'Preceptors',
    lazy(() => import('../features/preceptorship/PreceptorsScreen.tsx')),
  ),
  screen(
    'People',
    '/staying',
    'Staying in post',
    lazy(() => import('../features/preceptorship/OutcomesScreen.tsx')),
  ),
  screen(
    'People',
    '/mentors',
    'Mentors',
    lazy(() => import('../features/preceptorship/MentorsScreen.tsx')),
  ),
  screen(
    'Training',
    '/training-compliance',
    'Training compliance',
    lazy(() => import('../features/training/ComplianceScreen.tsx')),
  ),
  screen(
    'Training',
    '/training-sessions',
    'Training sessions',
    lazy(() => import('../features/training/SessionsScreen.tsx')),
  ),
  screen(
    'Training',
    '/training-outlook',
    'When is it 90 %?',
    lazy(() => import('../features/training/OutlookScreen.tsx')),
  ),
  screen(
    'Training',
    '/training-needs',
    'Training needs',
    lazy(() => import('../features/training/NeedsScreen.tsx')),
  ),
  screen(
    'Training',
    '/training-evidence',
    'Evidence packs',
    lazy(() => import('../features/training/EvidenceScreen.tsx')),
  ),
  screen(
    'Training',
    '/study-leave',
    'Study leave used',
    lazy(() => import('../features/training/StudyLeaveScreen.tsx')),
  ),
  screen(
    'Training',
    '/supervision',
    'Supervision and locums',
    lazy(() => import('../features/training/SupervisionScreen.tsx')),
  ),
  screen(
    'Training',
    '/training-roles',
    'Roles and frameworks',
    lazy(() => import('../features/training/RolesScreen.tsx')),
  ),
  screen(
    'Training',
    '/training-courses',
    'Courses and packs',
    lazy(() => import('../features/training/CoursesScreen.tsx')),
  ),
  screen(
    'Retention',
    '/leavers',
    'Leavers',
    lazy(() => import('../features/retention/leavers/LeaversScreen.tsx')),
  ),
  screen(
    'Retention',
    '/retention',
    'Retention plan',
    lazy(() => import('../features/retention/RetentionScreen.tsx')),
  ),
  screen(
    'Retention',
    '/conversations',
    'Conversations',
    lazy(() => import('../features/retention/conversations/ConversationsScreen.tsx')),
  ),
  screen(
    'Retention',
    '/self-assessment',
    'Self-assessment',
    lazy(() => import('../features/retention/self-assessment/SelfAssessmentScreen.tsx')),
  ),
  screen(
    'Retention',
    '/workforce-equality',
    'Workforce equality',
    lazy(() => import('../features/retention/equality/EqualityScreen.tsx')),
  ),
  screen(
    'Retention',
    '/succession',
    'Succession and careers',
    lazy(() => import('../features/retention/careers/CareersScreen.tsx')),
  ),
  screen(
    'Retention',
    '/later-careers',
    'Flexible working and later careers',
    lazy(() => import('../features/retention/later-careers/LaterCareersScreen.tsx')),
  ),
  screen(
    'Retention',
    '/surveys',
    'Surveys and learning environment',
    lazy(() => import('../features/retention/surveys/SurveysScreen.tsx')),
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
    '/rules',
    'Rules and defaults',
    lazy(() => import('../features/organisation/rules/RulesScreen.tsx')),
  ),
  screen(
    'Data',
    '/history',
    'History',
    lazy(() => import('../features/history/HistoryScreen.tsx')),
  ),
];
