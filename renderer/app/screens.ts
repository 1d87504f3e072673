import type { ComponentType } from 'react';
import { screenCode } from './screen-code.tsx';

export interface Screen {
  path: string;
  title: string;
  section: 'Today' | 'LMNS' | 'Workforce' | 'People' | 'Retention' | 'Training' | 'Returns' | 'Data';
  component: ComponentType;
  /** Fetches its code before it is opened. */
  fetch: () => void;
}

const screen = (
  section: Screen['section'],
  path: string,
  title: string,
  load: () => Promise<{ default: ComponentType }>,
): Screen => ({ section, path, title, ...screenCode(load) });

/** Every screen that works today, in the order of the navigation. The first one opens first. */
export const screens: Screen[] = [
  screen('Today', '/today', 'Today', () => import('../features/today/TodayScreen.tsx')),
  screen('Workforce', '/gap', 'The gap', () => import('../features/establishment/gap/GapScreen.tsx')),
  screen(
    'Workforce',
    '/establishment',
    'Establishment',
    () => import('../features/establishment/EstablishmentScreen.tsx'),
  ),
  screen(
    'Workforce',
    '/reconciliation',
    'Reconciliation',
    () => import('../features/establishment/reconciliation/ReconciliationScreen.tsx'),
  ),
  screen('Workforce', '/required', 'Required staffing', () => import('../features/establishment/RequiredScreen.tsx')),
  screen('Workforce', '/staff', 'Staff in post', () => import('../features/staff/StaffScreen.tsx')),
  screen('Workforce', '/rates', 'Rates', () => import('../features/staff/rates/RatesScreen.tsx')),
  screen('Workforce', '/vacancies', 'Vacancies', () => import('../features/vacancies/VacanciesScreen.tsx')),
  screen('Workforce', '/forecast', 'Forecast', () => import('../features/forecast/ForecastScreen.tsx')),
  screen('Workforce', '/placements', 'Student placements', () => import('../features/vacancies/PlacementsScreen.tsx')),
  screen('Workforce', '/rosters', 'Rosters', () => import('../features/rosters/RostersScreen.tsx')),
  screen('Workforce', '/assurance', 'Assurance', () => import('../features/assurance/AssuranceScreen.tsx')),
  screen('People', '/due', 'Due list', () => import('../features/preceptorship/DueScreen.tsx')),
  screen(
    'People',
    '/preceptorship',
    'Preceptorship',
    () => import('../features/preceptorship/PreceptorshipScreen.tsx'),
  ),
  screen('People', '/preceptors', 'Preceptors', () => import('../features/preceptorship/PreceptorsScreen.tsx')),
  screen('People', '/staying', 'Staying in post', () => import('../features/preceptorship/StayingScreen.tsx')),
  screen('People', '/mentors', 'Mentors', () => import('../features/preceptorship/MentorsScreen.tsx')),
  screen(
    'Training',
    '/training-compliance',
    'Training compliance',
    () => import('../features/training/ComplianceScreen.tsx'),
  ),
  screen(
    'Training',
    '/training-sessions',
    'Training sessions',
    () => import('../features/training/SessionsScreen.tsx'),
  ),
  screen('Training', '/training-outlook', 'When is it 90 %?', () => import('../features/training/OutlookScreen.tsx')),
  screen('Training', '/training-needs', 'Training needs', () => import('../features/training/NeedsScreen.tsx')),
  screen('Training', '/training-evidence', 'Evidence packs', () => import('../features/training/EvidenceScreen.tsx')),
  screen('Training', '/study-leave', 'Study leave used', () => import('../features/training/StudyLeaveScreen.tsx')),
  screen(
    'Training',
    '/supervision',
    'Supervision and locums',
    () => import('../features/training/SupervisionScreen.tsx'),
  ),
  screen('Training', '/training-roles', 'Roles and frameworks', () => import('../features/training/RolesScreen.tsx')),
  screen('Training', '/training-courses', 'Courses and packs', () => import('../features/training/CoursesScreen.tsx')),
  screen('Retention', '/leavers', 'Leavers', () => import('../features/retention/leavers/LeaversScreen.tsx')),
  screen('Retention', '/retention', 'Retention plan', () => import('../features/retention/RetentionScreen.tsx')),
  screen(
    'Retention',
    '/conversations',
    'Conversations',
    () => import('../features/retention/conversations/ConversationsScreen.tsx'),
  ),
  screen(
    'Retention',
    '/self-assessment',
    'Self-assessment',
    () => import('../features/retention/self-assessment/SelfAssessmentScreen.tsx'),
  ),
  screen(
    'Retention',
    '/workforce-equality',
    'Workforce equality',
    () => import('../features/retention/equality/EqualityScreen.tsx'),
  ),
  screen(
    'Retention',
    '/careers',
    'Succession and careers',
    () => import('../features/retention/careers/CareersScreen.tsx'),
  ),
  screen(
    'Retention',
    '/later-careers',
    'Flexible working and later careers',
    () => import('../features/retention/later-careers/LaterCareersScreen.tsx'),
  ),
  screen(
    'Retention',
    '/surveys',
    'Surveys and learning environment',
    () => import('../features/retention/surveys/SurveysScreen.tsx'),
  ),
  screen('Returns', '/returns', 'Theme 2 return', () => import('../features/returns/ReturnScreen.tsx')),
  screen(
    'Returns',
    '/lmns-workbook',
    'The LMNS’s workbook',
    () => import('../features/returns/lmns-workbook/LmnsWorkbookScreen.tsx'),
  ),
  screen('LMNS', '/lmns', 'Returns received', () => import('../features/lmns/ReceivedScreen.tsx')),
  screen('LMNS', '/lmns-compiled', 'Compiled returns', () => import('../features/lmns/CompiledScreen.tsx')),
  screen('LMNS', '/lmns-actions', 'Actions', () => import('../features/lmns/ActionsScreen.tsx')),
  screen('LMNS', '/lmns-lines', 'Own lines', () => import('../features/lmns/OwnLinesScreen.tsx')),
  screen('Data', '/imports', 'Imports', () => import('../features/imports/ImportsScreen.tsx')),
  screen('Data', '/organisation', 'Trust and units', () => import('../features/organisation/OrganisationScreen.tsx')),
  screen('Data', '/local-system', 'Local system', () => import('../features/lmns/LocalSystemScreen.tsx')),
  screen('Data', '/rules', 'Rules and defaults', () => import('../features/organisation/rules/RulesScreen.tsx')),
  screen('Data', '/backups', 'Backups', () => import('../features/backups/BackupsScreen.tsx')),
  screen('Data', '/history', 'History', () => import('../features/history/HistoryScreen.tsx')),
  screen('Data', '/personal-data', 'Personal data', () => import('../features/personal-data/PersonalDataScreen.tsx')),
  screen('Data', '/audit', 'Audit', () => import('../features/audit/AuditScreen.tsx')),
  screen('Data', '/about', 'About', () => import('../features/about/AboutScreen.tsx')),
  screen('Data', '/profiles', 'Profiles', () => import('../features/profiles/ProfilesScreen.tsx')),
];
