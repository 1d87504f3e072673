CREATE TABLE `assessment` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`provider` text,
	`reference` text,
	`status` text NOT NULL,
	`date` text,
	`study_first` text,
	`study_last` text,
	`sample_first` text,
	`sample_last` text,
	`sample_size` integer,
	`basis` text NOT NULL,
	`uplift` integer,
	`uplift_mode` text NOT NULL,
	`travel` integer,
	`support_share` integer,
	`specialist_share` integer,
	`specialist_base` text NOT NULL,
	`weekly_hours` integer,
	`weeks_per_year` integer,
	`printed_clinical` integer,
	`printed_specialist` integer,
	`printed_total` integer,
	`note` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `assessment_of_trust` ON `assessment` (`trust_id`);--> statement-breakpoint
CREATE TABLE `assessment_activity` (
	`id` integer PRIMARY KEY NOT NULL,
	`area_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`category` text,
	`driver` text NOT NULL,
	`quantity_of` text NOT NULL,
	`quantity` integer,
	`hours` integer,
	`times` integer,
	`staff` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `assessment_area`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_of_area` ON `assessment_activity` (`area_id`);--> statement-breakpoint
CREATE TABLE `assessment_area` (
	`id` integer PRIMARY KEY NOT NULL,
	`assessment_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`unit_id` integer,
	`setting` text,
	`travels` integer NOT NULL,
	`support_share` integer,
	`report_wte` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `area_of_assessment` ON `assessment_area` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `assessment_area_unit` ON `assessment_area` (`unit_id`);--> statement-breakpoint
CREATE TABLE `assessment_setting` (
	`id` integer PRIMARY KEY NOT NULL,
	`assessment_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`births` integer,
	`count_i` integer,
	`count_ii` integer,
	`count_iii` integer,
	`count_iv` integer,
	`count_v` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `setting_of_assessment` ON `assessment_setting` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `assessment_uplift_part` (
	`id` integer PRIMARY KEY NOT NULL,
	`assessment_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`share` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `uplift_part_of_assessment` ON `assessment_uplift_part` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `imported_count` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`date` text NOT NULL,
	`counted` text NOT NULL,
	`count` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `imported_count_of` ON `imported_count` (`trust_id`,`date`,`unit_id`,`counted`,`batch_id`,`count`);--> statement-breakpoint
CREATE INDEX `imported_count_of_batch` ON `imported_count` (`batch_id`);--> statement-breakpoint
CREATE INDEX `imported_count_unit` ON `imported_count` (`unit_id`);--> statement-breakpoint
CREATE TABLE `incentive_answer` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`year` integer NOT NULL,
	`requirement` text NOT NULL,
	`status` text,
	`note` text DEFAULT '' NOT NULL,
	`lead` text DEFAULT '' NOT NULL,
	`due` text,
	`threshold` integer,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incentive_answer_of` ON `incentive_answer` (`trust_id`,`year`,`requirement`);--> statement-breakpoint
CREATE TABLE `incentive_evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`year` integer NOT NULL,
	`requirement` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`dated` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `incentive_evidence_of` ON `incentive_evidence` (`trust_id`,`year`);--> statement-breakpoint
CREATE TABLE `incentive_field` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`year` integer NOT NULL,
	`requirement` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incentive_field_of` ON `incentive_field` (`trust_id`,`year`,`requirement`,`field`);--> statement-breakpoint
CREATE TABLE `incentive_year` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`year` integer NOT NULL,
	`first` text,
	`last` text,
	`declare_by` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incentive_year_of` ON `incentive_year` (`trust_id`,`year`);--> statement-breakpoint
CREATE TABLE `local_red_flag` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`meaning` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `local_red_flag_of` ON `local_red_flag` (`trust_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `monthly_count` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`month` text NOT NULL,
	`counted` text NOT NULL,
	`count` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `monthly_count_of` ON `monthly_count` (`trust_id`,`month`,`unit_id`,`counted`);--> statement-breakpoint
CREATE INDEX `monthly_count_unit` ON `monthly_count` (`unit_id`);--> statement-breakpoint
CREATE TABLE `red_flag_action` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`unit_id` integer,
	`month` text NOT NULL,
	`flag` text,
	`action` text NOT NULL,
	`lead` text DEFAULT '' NOT NULL,
	`due` text,
	`done` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `red_flag_action_of` ON `red_flag_action` (`trust_id`,`month`);--> statement-breakpoint
CREATE INDEX `red_flag_action_unit` ON `red_flag_action` (`unit_id`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`chain` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`role` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`trust` text,
	`record` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entry_of_chain` ON `audit_entry` (`chain`,`number`);--> statement-breakpoint
CREATE INDEX `audit_entry_of_record` ON `audit_entry` (`record`);--> statement-breakpoint
CREATE TABLE `critical_role` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`name` text NOT NULL,
	`unit` text,
	`band` text,
	`risk` text,
	`impact` text,
	`gap` text,
	`action` text,
	`owner` text,
	`review_date` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `critical_role_of_trust` ON `critical_role` (`trust_id`);--> statement-breakpoint
CREATE TABLE `career_opportunity` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`place` text,
	`opens` text,
	`closes` text,
	`places` integer,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `career_opportunity_of_trust` ON `career_opportunity` (`trust_id`);--> statement-breakpoint
CREATE TABLE `opportunity_interest` (
	`id` integer PRIMARY KEY NOT NULL,
	`opportunity_id` integer NOT NULL,
	`name` text NOT NULL,
	`person` text,
	`date` text NOT NULL,
	`outcome` text NOT NULL,
	FOREIGN KEY (`opportunity_id`) REFERENCES `career_opportunity`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `opportunity_interest_of` ON `opportunity_interest` (`opportunity_id`);--> statement-breakpoint
CREATE TABLE `shared_text` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`action_key` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`approved_by` text,
	`approved_on` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_text_of` ON `shared_text` (`trust_id`,`action_key`,`kind`);--> statement-breakpoint
CREATE TABLE `successor` (
	`id` integer PRIMARY KEY NOT NULL,
	`role_id` integer NOT NULL,
	`name` text NOT NULL,
	`person` text,
	`readiness` text NOT NULL,
	`ethnic_group` text,
	`mentor` text,
	`need` text,
	FOREIGN KEY (`role_id`) REFERENCES `critical_role`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `successor_of_role` ON `successor` (`role_id`);--> statement-breakpoint
CREATE TABLE `talent_place` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`name` text NOT NULL,
	`person` text,
	`performance` integer NOT NULL,
	`potential` integer NOT NULL,
	`date` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `talent_place_of_trust` ON `talent_place` (`trust_id`);--> statement-breakpoint
CREATE TABLE `conversation` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`kind` text NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`unit` text,
	`offered` text,
	`planned` text,
	`held` text,
	`declined` text,
	`channel` text,
	`role` text NOT NULL,
	`minutes` integer,
	`themes` text NOT NULL,
	`intention` integer,
	`note` text,
	`action` text,
	`follow_up` text,
	`followed_up` text,
	`consent` text NOT NULL,
	`confidential` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversation_of_trust` ON `conversation` (`trust_id`,`held`);--> statement-breakpoint
CREATE TABLE `draft` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer,
	`lmns_id` integer,
	`screen` text NOT NULL,
	`screen_title` text NOT NULL,
	`form` text NOT NULL,
	`record` text NOT NULL,
	`at` text NOT NULL,
	`role` text,
	`fields` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `draft_of_trust` ON `draft` (`trust_id`);--> statement-breakpoint
CREATE TABLE `establishment_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`staff_group` text NOT NULL,
	`band` text NOT NULL,
	`required_wte` integer,
	`required_source` text,
	`required_tool` text,
	`required_date` text,
	`funded_wte` integer,
	`in_post_wte` integer,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `establishment_line_of` ON `establishment_line` (`trust_id`,`unit_id`,`staff_group`,`band`);--> statement-breakpoint
CREATE TABLE `ledger_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`date` text NOT NULL,
	`cost_centre` text,
	`cost_centre_name` text,
	`subjective` text,
	`post` text,
	`position_number` text,
	`band` text,
	`staff_group` text,
	`funded` integer NOT NULL,
	`funding_end` text,
	`annual_budget` integer,
	`worked` integer,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `ledger_line_of_trust` ON `ledger_line` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `ledger_line_of_batch` ON `ledger_line` (`batch_id`);--> statement-breakpoint
CREATE TABLE `reconciliation_note` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`cost_centre` text NOT NULL,
	`staff_group` text NOT NULL,
	`band` text NOT NULL,
	`post` text DEFAULT '' NOT NULL,
	`reason` text,
	`owner` text,
	`note` text NOT NULL,
	`settled_on` text,
	`settled_funded` integer,
	`settled_in_post` integer,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliation_note_of` ON `reconciliation_note` (`trust_id`,`cost_centre`,`staff_group`,`band`,`post`);--> statement-breakpoint
CREATE TABLE `flexible_request` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`unit` text,
	`band` text,
	`staff_group` text,
	`asked` text NOT NULL,
	`kind` text NOT NULL,
	`detail` text,
	`reason` text,
	`escalated` text,
	`decided` text,
	`outcome` text,
	`ground` text,
	`review` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `flexible_request_of_trust` ON `flexible_request` (`trust_id`,`asked`);--> statement-breakpoint
CREATE TABLE `later_career` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`unit` text,
	`band` text,
	`conversation` text,
	`plan` text,
	`planned` text,
	`returned` text,
	`seminar` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `later_career_of` ON `later_career` (`trust_id`,`person`);--> statement-breakpoint
CREATE TABLE `legacy_mentor` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`unit` text,
	`band` text,
	`appointed` text NOT NULL,
	`ended` text,
	`minutes` integer,
	`supports` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `legacy_mentor_of_trust` ON `legacy_mentor` (`trust_id`);--> statement-breakpoint
CREATE TABLE `scenario` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`name` text NOT NULL,
	`changes` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scenario_of_trust` ON `scenario` (`trust_id`,`name`);--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer,
	`lmns_id` integer,
	`label` text NOT NULL,
	`at` text NOT NULL,
	`who` text,
	`undone_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_of_trust` ON `change` (`trust_id`);--> statement-breakpoint
CREATE TABLE `change_row` (
	`id` integer PRIMARY KEY NOT NULL,
	`change_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_row_of_change` ON `change_row` (`change_id`);--> statement-breakpoint
CREATE TABLE `batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`kind` text NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`sheet` text NOT NULL,
	`header_row` integer NOT NULL,
	`headings` text NOT NULL,
	`reading` text NOT NULL,
	`period_first` text,
	`period_last` text,
	`rows_read` integer NOT NULL,
	`rows_accepted` integer NOT NULL,
	`rows_refused` integer NOT NULL,
	`rows_ignored` integer NOT NULL,
	`remarks` text NOT NULL,
	`units_made` text NOT NULL,
	`remembered_before` text,
	`committed_at` text NOT NULL,
	`committed_by` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_of_trust` ON `batch` (`trust_id`,`kind`);--> statement-breakpoint
CREATE INDEX `batch_file` ON `batch` (`file_sha256`);--> statement-breakpoint
CREATE TABLE `batch_row` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`field` text,
	`read` text,
	`expected` text,
	`message` text,
	`cells` text NOT NULL,
	`mends` text,
	`joined` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_row_of_batch` ON `batch_row` (`batch_id`,`row`);--> statement-breakpoint
CREATE INDEX `batch_row_joined` ON `batch_row` (`batch_id`) WHERE joined IS NOT NULL;--> statement-breakpoint
CREATE TABLE `import_mapping` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`kind` text NOT NULL,
	`headings` text NOT NULL,
	`mapping` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mapping_of_shape` ON `import_mapping` (`trust_id`,`kind`,`headings`);--> statement-breakpoint
CREATE TABLE `set_aside` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`by_batch_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`count` integer NOT NULL,
	`rows` blob NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`by_batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `set_aside_of_batch` ON `set_aside` (`batch_id`);--> statement-breakpoint
CREATE INDEX `set_aside_by_batch` ON `set_aside` (`by_batch_id`);--> statement-breakpoint
CREATE TABLE `lmns` (
	`id` integer PRIMARY KEY NOT NULL,
	`system_id` integer NOT NULL,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_of_system` ON `lmns` (`system_id`);--> statement-breakpoint
CREATE TABLE `lmns_answer` (
	`id` integer PRIMARY KEY NOT NULL,
	`lmns_id` integer NOT NULL,
	`period` text NOT NULL,
	`reference` text NOT NULL,
	`status` text,
	`progress` text DEFAULT '' NOT NULL,
	`next_steps` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`lead` text DEFAULT '' NOT NULL,
	`due` text,
	`risk` text DEFAULT '' NOT NULL,
	`help_needed` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`lmns_id`) REFERENCES `lmns`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_answer_of` ON `lmns_answer` (`lmns_id`,`period`,`reference`);--> statement-breakpoint
CREATE TABLE `lmns_figure` (
	`id` integer PRIMARY KEY NOT NULL,
	`lmns_id` integer NOT NULL,
	`period` text NOT NULL,
	`reference` text NOT NULL,
	`figure_key` text NOT NULL,
	`figure` text NOT NULL,
	`packs` text NOT NULL,
	FOREIGN KEY (`lmns_id`) REFERENCES `lmns`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_figure_of` ON `lmns_figure` (`lmns_id`,`period`,`reference`,`figure_key`);--> statement-breakpoint
CREATE TABLE `lmns_measure` (
	`id` integer PRIMARY KEY NOT NULL,
	`lmns_id` integer NOT NULL,
	`measure` text NOT NULL,
	`definition` text NOT NULL,
	FOREIGN KEY (`lmns_id`) REFERENCES `lmns`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_measure_of` ON `lmns_measure` (`lmns_id`,`measure`);--> statement-breakpoint
CREATE TABLE `lmns_period` (
	`id` integer PRIMARY KEY NOT NULL,
	`lmns_id` integer NOT NULL,
	`period` text NOT NULL,
	`due` text NOT NULL,
	FOREIGN KEY (`lmns_id`) REFERENCES `lmns`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_period_of` ON `lmns_period` (`lmns_id`,`period`);--> statement-breakpoint
CREATE TABLE `lmns_record` (
	`id` integer PRIMARY KEY NOT NULL,
	`lmns_id` integer NOT NULL,
	`kind` text NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`lmns_id`) REFERENCES `lmns`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `lmns_record_of` ON `lmns_record` (`lmns_id`,`kind`);--> statement-breakpoint
CREATE TABLE `lmns_trust` (
	`id` integer PRIMARY KEY NOT NULL,
	`lmns_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`has_planner` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`lmns_id`) REFERENCES `lmns`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_trust_of` ON `lmns_trust` (`lmns_id`,`code`);--> statement-breakpoint
CREATE TABLE `received_document` (
	`id` integer PRIMARY KEY NOT NULL,
	`lmns_id` integer NOT NULL,
	`sha256` text NOT NULL,
	`trust_code` text NOT NULL,
	`period` text NOT NULL,
	`made_at` text NOT NULL,
	`head` text NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`lmns_id`) REFERENCES `lmns`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `received_document_of` ON `received_document` (`lmns_id`,`sha256`);--> statement-breakpoint
CREATE INDEX `received_document_in` ON `received_document` (`lmns_id`,`period`,`trust_code`);--> statement-breakpoint
CREATE TABLE `received_file` (
	`id` integer PRIMARY KEY NOT NULL,
	`document_id` integer NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `received_document`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `received_file_of` ON `received_file` (`document_id`);--> statement-breakpoint
CREATE TABLE `received_return` (
	`id` integer PRIMARY KEY NOT NULL,
	`document_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`way` text NOT NULL,
	`received_at` text NOT NULL,
	`state` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`typed` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `received_document`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `received_return_of` ON `received_return` (`document_id`);--> statement-breakpoint
CREATE TABLE `mentoring` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`band` text NOT NULL,
	`post` text,
	`unit` text,
	`appointed` text NOT NULL,
	`mentor` text,
	`mentor_named_on` text,
	`objectives` text,
	`coaching_offered` text,
	`ended` text,
	`end_reason` text,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `mentoring_of_trust` ON `mentoring` (`trust_id`);--> statement-breakpoint
CREATE TABLE `mentoring_step` (
	`id` integer PRIMARY KEY NOT NULL,
	`mentoring_id` integer NOT NULL,
	`step` text NOT NULL,
	`held` text,
	`moved_to` text,
	`reason` text,
	`outcome` text,
	FOREIGN KEY (`mentoring_id`) REFERENCES `mentoring`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mentoring_step_of` ON `mentoring_step` (`mentoring_id`,`step`);--> statement-breakpoint
CREATE TABLE `band` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `band_of_trust` ON `band` (`trust_id`,`key`);--> statement-breakpoint
CREATE TABLE `plan_wording` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`reference` text NOT NULL,
	`wording` text NOT NULL,
	`file_name` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_wording_of_trust` ON `plan_wording` (`trust_id`,`reference`);--> statement-breakpoint
CREATE INDEX `plan_wording_reference` ON `plan_wording` (`reference`);--> statement-breakpoint
CREATE TABLE `preference` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `rule_value` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`pack` text NOT NULL,
	`path` text NOT NULL,
	`value` text NOT NULL,
	`published` text NOT NULL,
	`agreed_by` text DEFAULT '' NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_value_of_trust` ON `rule_value` (`trust_id`,`pack`,`path`);--> statement-breakpoint
CREATE TABLE `setting` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `setting_of_trust` ON `setting` (`trust_id`,`key`);--> statement-breakpoint
CREATE TABLE `site` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `site_of_trust` ON `site` (`trust_id`,`name`);--> statement-breakpoint
CREATE TABLE `staff_group` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_group_of_trust` ON `staff_group` (`trust_id`,`key`);--> statement-breakpoint
CREATE TABLE `system` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `table_view` (
	`id` integer PRIMARY KEY NOT NULL,
	`table_key` text NOT NULL,
	`name` text NOT NULL,
	`layout` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `table_view_name` ON `table_view` (`table_key`,`name`);--> statement-breakpoint
CREATE TABLE `trust` (
	`id` integer PRIMARY KEY NOT NULL,
	`system_id` integer,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`is_sample` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`system_id`) REFERENCES `system`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `trust_code_unique` ON `trust` (`code`);--> statement-breakpoint
CREATE TABLE `unit` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`site_id` integer,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_of_trust` ON `unit` (`trust_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `own_measure` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`measure` text NOT NULL,
	`definition` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `own_measure_of` ON `own_measure` (`trust_id`,`measure`);--> statement-breakpoint
CREATE TABLE `own_measure_value` (
	`id` integer PRIMARY KEY NOT NULL,
	`measure_id` integer NOT NULL,
	`period` text NOT NULL,
	`numerator` integer,
	`denominator` integer,
	`on_day` text,
	`note` text DEFAULT '' NOT NULL,
	`submitted` text,
	FOREIGN KEY (`measure_id`) REFERENCES `own_measure`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `own_measure_value_of` ON `own_measure_value` (`measure_id`,`period`);--> statement-breakpoint
CREATE TABLE `preceptor` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`unit` text,
	`band` text,
	`shift_pattern` text,
	`prepared` text,
	`registered` text,
	`most` integer,
	`until_date` text,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preceptor_of_trust` ON `preceptor` (`trust_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `own_preceptee` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text,
	`name` text NOT NULL,
	`programme` text,
	`cohort` text,
	`unit` text,
	`start_date` text NOT NULL,
	`registered` text,
	`wte` integer,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `own_preceptee_of_trust` ON `own_preceptee` (`trust_id`);--> statement-breakpoint
CREATE TABLE `preceptee` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`person` text,
	`name` text,
	`unit` text,
	`date` text NOT NULL,
	`start_date` text NOT NULL,
	`pin_date` text,
	`wte` integer,
	`preceptor` text,
	`preceptor_named_on` text,
	`meetings` text NOT NULL,
	`orientation_minutes` integer,
	`supernumerary_minutes` integer,
	`protected_minutes_preceptee` integer,
	`protected_minutes_preceptor` integer,
	`pause_start` text,
	`pause_end` text,
	`pause_reason` text,
	`extended_to` text,
	`extension_reason` text,
	`signed_off` text,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `preceptee_of_trust` ON `preceptee` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `preceptee_of_batch` ON `preceptee` (`batch_id`);--> statement-breakpoint
CREATE TABLE `preceptee_edit` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`field` text NOT NULL,
	`value` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preceptee_edit_of` ON `preceptee_edit` (`trust_id`,`preceptee_key`,`field`);--> statement-breakpoint
CREATE TABLE `preceptee_escalation` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`step` text NOT NULL,
	`level` text NOT NULL,
	`on_date` text NOT NULL,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preceptee_escalation_of` ON `preceptee_escalation` (`trust_id`,`preceptee_key`,`step`,`level`);--> statement-breakpoint
CREATE TABLE `preceptee_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	`wte` integer,
	`unit` text,
	`setting` text,
	`preceptor` text,
	`reason` text,
	`approved_by` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `preceptee_event_of` ON `preceptee_event` (`trust_id`,`preceptee_key`);--> statement-breakpoint
CREATE TABLE `preceptee_hours` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`kind` text NOT NULL,
	`purpose` text,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	`entered` text NOT NULL,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `preceptee_hours_of` ON `preceptee_hours` (`trust_id`,`preceptee_key`);--> statement-breakpoint
CREATE TABLE `preceptee_meeting` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`step` text,
	`planned` text,
	`held` text,
	`who` text,
	`outcome` text,
	`agreed_actions` text,
	`next_on` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preceptee_meeting_of` ON `preceptee_meeting` (`trust_id`,`preceptee_key`,`step`);--> statement-breakpoint
CREATE TABLE `preceptee_step` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`step` text NOT NULL,
	`moved_to` text,
	`reason` text NOT NULL,
	`on_date` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preceptee_step_of` ON `preceptee_step` (`trust_id`,`preceptee_key`,`step`);--> statement-breakpoint
CREATE TABLE `agreed_level` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`unit_id` integer,
	`profession` text NOT NULL,
	`role` text NOT NULL,
	`designation` text,
	`tier` text,
	`required_wte` integer,
	`funded_wte` integer,
	`in_post_wte` integer,
	`freed_hours` integer,
	`source` text,
	`agreed_by` text,
	`date` text,
	`review_date` text,
	`note` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `agreed_level_of_trust` ON `agreed_level` (`trust_id`);--> statement-breakpoint
CREATE INDEX `agreed_level_unit` ON `agreed_level` (`unit_id`);--> statement-breakpoint
CREATE TABLE `continuity_block` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`block` text NOT NULL,
	`status` text,
	`date` text,
	`note` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `continuity_block_of_trust` ON `continuity_block` (`trust_id`,`block`);--> statement-breakpoint
CREATE TABLE `continuity_quarter` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`teams` integer,
	`wte` integer,
	`women` integer,
	`all_women` integer,
	`ethnic_women` integer,
	`all_ethnic_women` integer,
	`deprived_women` integer,
	`all_deprived_women` integer,
	`needed_wte` integer,
	`in_post_wte` integer,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `continuity_quarter_of_trust` ON `continuity_quarter` (`trust_id`,`quarter`);--> statement-breakpoint
CREATE TABLE `continuity_team` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`name` text NOT NULL,
	`wte` integer,
	`caseload` integer,
	`focus` text NOT NULL,
	`obstetrician` text NOT NULL,
	`started` text,
	`note` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `continuity_team_of_trust` ON `continuity_team` (`trust_id`);--> statement-breakpoint
CREATE TABLE `neonatal_nursing` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`unit_id` integer,
	`name` text NOT NULL,
	`designation` text,
	`first_day` text,
	`last_day` text,
	`days_1` integer,
	`days_2` integer,
	`days_3` integer,
	`days_4` integer,
	`days_5` integer,
	`transitional_days` integer,
	`declared_intensive` integer,
	`declared_high` integer,
	`declared_special` integer,
	`occupancy` integer,
	`coordinators` integer,
	`factor` integer,
	`hours_per_day` integer,
	`weekly_hours` integer,
	`uplift` integer,
	`funded_qualified` integer,
	`funded_registered` integer,
	`funded_other` integer,
	`in_post_qualified` integer,
	`in_post_registered` integer,
	`in_post_other` integer,
	`source` text,
	`agreed_by` text,
	`date` text,
	`review_date` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `neonatal_nursing_of_trust` ON `neonatal_nursing` (`trust_id`);--> statement-breakpoint
CREATE INDEX `neonatal_nursing_unit` ON `neonatal_nursing` (`unit_id`);--> statement-breakpoint
CREATE TABLE `retention_action` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`date` text NOT NULL,
	`number` text,
	`plan_references` text NOT NULL,
	`theme` text,
	`action` text,
	`owner` text,
	`start_date` text,
	`due` text,
	`status` text,
	`rag` text,
	`escalated` integer NOT NULL,
	`measure` text,
	`baseline` text,
	`target` text,
	`current` text,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `retention_action_of_trust` ON `retention_action` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `retention_action_of_batch` ON `retention_action` (`batch_id`);--> statement-breakpoint
CREATE TABLE `retention_action_edit` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`action_key` text NOT NULL,
	`field` text NOT NULL,
	`value` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `retention_action_edit_of` ON `retention_action_edit` (`trust_id`,`action_key`,`field`);--> statement-breakpoint
CREATE TABLE `retention_action_review` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`action_key` text NOT NULL,
	`date` text NOT NULL,
	`reviewer` text NOT NULL,
	`found` text,
	`confidence` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `retention_action_review_of` ON `retention_action_review` (`trust_id`,`action_key`);--> statement-breakpoint
CREATE TABLE `measure_reading` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`action_key` text NOT NULL,
	`date` text NOT NULL,
	`value` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_reading_of` ON `measure_reading` (`trust_id`,`action_key`,`date`);--> statement-breakpoint
CREATE TABLE `own_retention_action` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`number` text,
	`unit` text,
	`plan_references` text NOT NULL,
	`theme` text,
	`promise` text,
	`issue` text,
	`evidence` text,
	`evidence_source` text,
	`baseline` text,
	`baseline_on` text,
	`action` text,
	`owner` text,
	`start_date` text,
	`due` text,
	`status` text,
	`rag` text,
	`cost` integer,
	`funding` text,
	`equality_reference` text,
	`measure` text,
	`target` text,
	`current` text,
	`figure` text,
	`confidence` text,
	`next_review` text,
	`escalate_to` text,
	`escalation` text,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `own_retention_action_of_trust` ON `own_retention_action` (`trust_id`);--> statement-breakpoint
CREATE TABLE `retention_plan_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`name` text NOT NULL,
	`approved_by` text NOT NULL,
	`approved_on` text NOT NULL,
	`lmns_on` text,
	`covers` text,
	`next_review` text,
	`kept_at` text NOT NULL,
	`actions` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `retention_plan_version_of_trust` ON `retention_plan_version` (`trust_id`);--> statement-breakpoint
CREATE TABLE `lmns_workbook` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`uploaded_at` text NOT NULL,
	`say_as` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_workbook_of` ON `lmns_workbook` (`trust_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `lmns_workbook_cell` (
	`id` integer PRIMARY KEY NOT NULL,
	`workbook_id` integer NOT NULL,
	`sheet` text NOT NULL,
	`cell` text NOT NULL,
	`field` text NOT NULL,
	`over_formula` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`workbook_id`) REFERENCES `lmns_workbook`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_workbook_cell_of` ON `lmns_workbook_cell` (`workbook_id`,`sheet`,`cell`);--> statement-breakpoint
CREATE TABLE `lmns_workbook_file` (
	`id` integer PRIMARY KEY NOT NULL,
	`workbook_id` integer NOT NULL,
	`contents` text NOT NULL,
	FOREIGN KEY (`workbook_id`) REFERENCES `lmns_workbook`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lmns_workbook_file_of` ON `lmns_workbook_file` (`workbook_id`);--> statement-breakpoint
CREATE TABLE `return_evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`return_id` integer NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`day` text,
	`detail` text DEFAULT '' NOT NULL,
	`figure_key` text,
	`figure` text,
	FOREIGN KEY (`return_id`) REFERENCES `theme2_return`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_evidence_figure` ON `return_evidence` (`return_id`,`reference`,`figure_key`);--> statement-breakpoint
CREATE TABLE `return_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`return_id` integer NOT NULL,
	`reference` text NOT NULL,
	`status` text,
	`progress` text DEFAULT '' NOT NULL,
	`next_steps` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`lead` text DEFAULT '' NOT NULL,
	`due` text,
	`risk` text DEFAULT '' NOT NULL,
	`mitigation` text DEFAULT '' NOT NULL,
	`help_needed` text DEFAULT '' NOT NULL,
	`sharing` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`return_id`) REFERENCES `theme2_return`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_line_of` ON `return_line` (`return_id`,`reference`);--> statement-breakpoint
CREATE TABLE `return_role` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`step` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_role_of` ON `return_role` (`trust_id`,`step`,`name`);--> statement-breakpoint
CREATE TABLE `return_submission` (
	`id` integer PRIMARY KEY NOT NULL,
	`return_id` integer NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`return_id`) REFERENCES `theme2_return`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_submission_of` ON `return_submission` (`return_id`,`number`);--> statement-breakpoint
CREATE TABLE `theme2_return` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`period` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`checked_by` text,
	`checked_at` text,
	`signed_off_by` text,
	`signed_off_at` text,
	`signed_off` text,
	`carried_from` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `theme2_return_of` ON `theme2_return` (`trust_id`,`period`);--> statement-breakpoint
CREATE TABLE `profile` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`role` text NOT NULL,
	`post` text,
	`secret` text,
	`recovery` text,
	`failures` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `profile_of_name` ON `profile` (`name_key`);--> statement-breakpoint
CREATE TABLE `booking` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`person` text,
	`assignment` text,
	`name` text,
	`date` text NOT NULL,
	`band` text,
	`registered` integer NOT NULL,
	`cost_centre` text,
	`planned_start` integer,
	`planned_end` integer,
	`planned_break` integer,
	`planned_minutes` integer,
	`actual_start` integer,
	`actual_end` integer,
	`actual_break` integer,
	`actual_minutes` integer,
	`night` integer NOT NULL,
	`request_id` text,
	`supply` text NOT NULL,
	`agency` text,
	`finalised` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `booking_of_trust` ON `booking` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `booking_of_batch` ON `booking` (`batch_id`);--> statement-breakpoint
CREATE TABLE `duty` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`person` text,
	`assignment` text,
	`name` text,
	`date` text NOT NULL,
	`band` text,
	`registered` integer NOT NULL,
	`cost_centre` text,
	`planned_start` integer,
	`planned_end` integer,
	`planned_break` integer,
	`planned_minutes` integer,
	`actual_start` integer,
	`actual_end` integer,
	`actual_break` integer,
	`actual_minutes` integer,
	`night` integer NOT NULL,
	`shift` text,
	`shift_type` text,
	`purpose` text NOT NULL,
	`fill` text NOT NULL,
	`status` text NOT NULL,
	`in_charge` integer NOT NULL,
	`supernumerary` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `duty_of_trust` ON `duty` (`trust_id`,`date`,`shift`);--> statement-breakpoint
CREATE INDEX `duty_of_batch` ON `duty` (`batch_id`);--> statement-breakpoint
CREATE INDEX `duty_beside` ON `duty` (`trust_id`,`in_charge`,`date`) WHERE supernumerary = 1;--> statement-breakpoint
CREATE TABLE `unavailability` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`person` text,
	`assignment` text,
	`name` text,
	`date` text NOT NULL,
	`band` text,
	`registered` integer NOT NULL,
	`cost_centre` text,
	`group_name` text NOT NULL,
	`reason` text,
	`minutes` integer NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `unavailability_of_trust` ON `unavailability` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `unavailability_of_batch` ON `unavailability` (`batch_id`);--> statement-breakpoint
CREATE TABLE `self_assessment` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`tool` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`place` text,
	`date` text NOT NULL,
	`assessed_by` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `self_assessment_of_trust` ON `self_assessment` (`trust_id`,`date`);--> statement-breakpoint
CREATE TABLE `self_assessment_answer` (
	`id` integer PRIMARY KEY NOT NULL,
	`self_assessment_id` integer NOT NULL,
	`statement` text NOT NULL,
	`rating` text,
	`evidence` text,
	`gap` text,
	`priority` text,
	`action_key` text,
	FOREIGN KEY (`self_assessment_id`) REFERENCES `self_assessment`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `self_assessment_answer_of` ON `self_assessment_answer` (`self_assessment_id`,`statement`);--> statement-breakpoint
CREATE TABLE `shared_file` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`readers` text NOT NULL,
	`title` text NOT NULL,
	`at` text NOT NULL,
	`told` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `shared_file_of_trust` ON `shared_file` (`trust_id`,`readers`);--> statement-breakpoint
CREATE TABLE `band_gate` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`competencies_complete` text,
	`manager` text,
	`manager_signed` text,
	`effective` text,
	`paid` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `band_gate_of` ON `band_gate` (`trust_id`,`preceptee_key`);--> statement-breakpoint
CREATE TABLE `competency_sign_off` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`preceptee_key` text NOT NULL,
	`competency` text NOT NULL,
	`state` text NOT NULL,
	`assessor` text,
	`assessor_signed` text,
	`preceptee_signed` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `competency_sign_off_of` ON `competency_sign_off` (`trust_id`,`preceptee_key`,`competency`);--> statement-breakpoint
CREATE TABLE `own_competency` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `own_competency_of_trust` ON `own_competency` (`trust_id`,`number`);--> statement-breakpoint
CREATE TABLE `absence_episode` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`person` text NOT NULL,
	`assignment` text NOT NULL,
	`name` text,
	`unit` text,
	`staff_group` text,
	`type` text,
	`reason` text,
	`date` text NOT NULL,
	`end_date` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `absence_of_trust` ON `absence_episode` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `absence_of_person` ON `absence_episode` (`trust_id`,`person`,`type`,`date`,`batch_id`);--> statement-breakpoint
CREATE INDEX `absence_of_batch` ON `absence_episode` (`batch_id`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`person` text NOT NULL,
	`assignment` text NOT NULL,
	`name` text,
	`unit` text,
	`staff_group` text,
	`position` text,
	`pay_grade` text,
	`band` text,
	`occupation_code` text,
	`category` text NOT NULL,
	`primary_assignment` integer,
	`fte` integer NOT NULL,
	`start_date` text NOT NULL,
	`ethnic_origin` text,
	`age_band` text,
	`cost_centre` text,
	`date` text NOT NULL,
	`division` text,
	`role` text,
	`position_number` text,
	`status` text,
	`hours` integer,
	`nhs_entry_date` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignment_of_trust` ON `assignment` (`trust_id`,`date`,`occupation_code`,`staff_group`,`band`,`unit`,`cost_centre`,`category`,`start_date`,`fte`,`batch_id`);--> statement-breakpoint
CREATE INDEX `assignment_of_batch` ON `assignment` (`batch_id`);--> statement-breakpoint
CREATE INDEX `assignment_of_person` ON `assignment` (`trust_id`,`person`);--> statement-breakpoint
CREATE TABLE `leaver` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`person` text NOT NULL,
	`assignment` text NOT NULL,
	`name` text,
	`unit` text,
	`staff_group` text,
	`position` text,
	`pay_grade` text,
	`band` text,
	`occupation_code` text,
	`category` text NOT NULL,
	`primary_assignment` integer,
	`fte` integer NOT NULL,
	`start_date` text NOT NULL,
	`ethnic_origin` text,
	`age_band` text,
	`cost_centre` text,
	`date` text NOT NULL,
	`reason` text,
	`destination` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `leaver_of_trust` ON `leaver` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `leaver_of_batch` ON `leaver` (`batch_id`);--> statement-breakpoint
CREATE TABLE `survey_indicator` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`survey` text NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`better` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `survey_indicator_of_trust` ON `survey_indicator` (`trust_id`);--> statement-breakpoint
CREATE TABLE `survey_result` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`survey` text NOT NULL,
	`year` integer NOT NULL,
	`respondents` text NOT NULL,
	`indicator` text NOT NULL,
	`score` integer,
	`benchmark` integer,
	`answers` integer,
	`suppressed` integer NOT NULL,
	`action_key` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_result_of` ON `survey_result` (`trust_id`,`survey`,`year`,`respondents`,`indicator`);--> statement-breakpoint
CREATE TABLE `consultant_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`date` text NOT NULL,
	`situation` text NOT NULL,
	`attended` integer NOT NULL,
	`signed_off` integer NOT NULL,
	`reason` text,
	`reviewed` integer NOT NULL,
	`action` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `consultant_event_of_trust` ON `consultant_event` (`trust_id`,`date`);--> statement-breakpoint
CREATE TABLE `disturbed_on_call` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`date` text NOT NULL,
	`who` text,
	`rest_minutes` integer,
	`rest_given` integer,
	`given_on` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `disturbed_on_call_of_trust` ON `disturbed_on_call` (`trust_id`,`date`);--> statement-breakpoint
CREATE TABLE `locum_episode` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`doctor` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`agency` text,
	`shift` text,
	`route` text,
	`certificate` text,
	`level` text,
	`checked_by` text,
	`checked_on` text,
	`tool_complete` integer,
	`induction` integer,
	`named_consultant` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `locum_episode_of_trust` ON `locum_episode` (`trust_id`,`first_day`);--> statement-breakpoint
CREATE TABLE `supervision_check` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`checklist` text NOT NULL,
	`line` text NOT NULL,
	`state` text,
	`evidence` text,
	`checked_on` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_check_of` ON `supervision_check` (`trust_id`,`checklist`,`line`);--> statement-breakpoint
CREATE TABLE `supervision_statement` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`checklist` text NOT NULL,
	`statement` text,
	`lead` text,
	`agreed_on` text,
	`review_on` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_statement_of` ON `supervision_statement` (`trust_id`,`checklist`);--> statement-breakpoint
CREATE TABLE `own_course` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`key` text NOT NULL,
	`course` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `own_course_of_trust` ON `own_course` (`trust_id`,`key`);--> statement-breakpoint
CREATE TABLE `training_booking` (
	`id` integer PRIMARY KEY NOT NULL,
	`session_id` integer NOT NULL,
	`person` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`outcome` text,
	`score` integer,
	`certificate` text,
	FOREIGN KEY (`session_id`) REFERENCES `training_session`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `training_booking_of` ON `training_booking` (`session_id`,`person`);--> statement-breakpoint
CREATE INDEX `training_booking_of_person` ON `training_booking` (`person`);--> statement-breakpoint
CREATE TABLE `training_exclusion` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text NOT NULL,
	`reason` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_exclusion_of_trust` ON `training_exclusion` (`trust_id`,`person`);--> statement-breakpoint
CREATE TABLE `training_record` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`person` text NOT NULL,
	`assignment` text NOT NULL,
	`name` text,
	`date` text NOT NULL,
	`competence` text NOT NULL,
	`course` text NOT NULL,
	`achieved` text,
	`expiry` text,
	`meets` integer,
	`columns` text,
	`known_by` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_of_trust` ON `training_record` (`trust_id`,`date`,`course`,`competence`,`person`,`achieved`,`expiry`,`known_by`,`meets`,`batch_id`);--> statement-breakpoint
CREATE INDEX `training_of_batch` ON `training_record` (`batch_id`);--> statement-breakpoint
CREATE TABLE `training_result` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`person` text NOT NULL,
	`course` text NOT NULL,
	`achieved` text NOT NULL,
	`expiry` text,
	`counts` integer NOT NULL,
	`mode` text NOT NULL,
	`place` text,
	`certificate` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_result_of_trust` ON `training_result` (`trust_id`,`person`);--> statement-breakpoint
CREATE TABLE `training_session` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`courses` text NOT NULL,
	`date` text NOT NULL,
	`start_minute` integer NOT NULL,
	`end_minute` integer NOT NULL,
	`capacity` integer NOT NULL,
	`room` text,
	`faculty` text,
	`mix` text NOT NULL,
	`state` text NOT NULL,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_session_of_trust` ON `training_session` (`trust_id`,`date`);--> statement-breakpoint
CREATE TABLE `needs_analysis` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`first_day` text NOT NULL,
	`version` integer NOT NULL,
	`made_on` text NOT NULL,
	`assumptions` text NOT NULL,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `needs_analysis_of_trust` ON `needs_analysis` (`trust_id`,`first_day`,`version`);--> statement-breakpoint
CREATE TABLE `needs_approval` (
	`id` integer PRIMARY KEY NOT NULL,
	`needs_analysis_id` integer NOT NULL,
	`body` text NOT NULL,
	`date` text NOT NULL,
	`approved_by` text NOT NULL,
	`note` text,
	FOREIGN KEY (`needs_analysis_id`) REFERENCES `needs_analysis`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `needs_approval_of` ON `needs_approval` (`needs_analysis_id`);--> statement-breakpoint
CREATE TABLE `needs_cell` (
	`id` integer PRIMARY KEY NOT NULL,
	`needs_analysis_id` integer NOT NULL,
	`topic` text NOT NULL,
	`staff_group` text NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`needs_analysis_id`) REFERENCES `needs_analysis`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `needs_cell_of` ON `needs_cell` (`needs_analysis_id`,`topic`,`staff_group`);--> statement-breakpoint
CREATE TABLE `needs_topic` (
	`id` integer PRIMARY KEY NOT NULL,
	`needs_analysis_id` integer NOT NULL,
	`topic` text NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`needs_analysis_id`) REFERENCES `needs_analysis`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `needs_topic_of` ON `needs_topic` (`needs_analysis_id`,`topic`);--> statement-breakpoint
CREATE TABLE `role_record` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`role` text NOT NULL,
	`person` text NOT NULL,
	`level` integer,
	`competencies` integer,
	`since` text,
	`oriented_on` text,
	`done_on` text,
	`signed_by` text,
	`protected_minutes` integer,
	`ended_on` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `role_record_of` ON `role_record` (`trust_id`,`role`,`person`);--> statement-breakpoint
CREATE TABLE `rollout_unit` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`rollout` text NOT NULL,
	`unit` text NOT NULL,
	`planned_by` text,
	`lead` text,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rollout_unit_of` ON `rollout_unit` (`trust_id`,`rollout`,`unit`);--> statement-breakpoint
CREATE TABLE `fallen_offer` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`vacancy_key` text NOT NULL,
	`offered` text,
	`fell` text NOT NULL,
	`stage` text,
	`route` text,
	`reason` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `fallen_offer_of_trust` ON `fallen_offer` (`trust_id`);--> statement-breakpoint
CREATE TABLE `placement_places` (
	`id` integer PRIMARY KEY NOT NULL,
	`placement_week_id` integer NOT NULL,
	`university` text NOT NULL,
	`learner` text NOT NULL,
	`released` integer NOT NULL,
	`filled` integer NOT NULL,
	`unfilled_reason` text,
	FOREIGN KEY (`placement_week_id`) REFERENCES `placement_week`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_places_of` ON `placement_places` (`placement_week_id`,`university`,`learner`);--> statement-breakpoint
CREATE TABLE `placement_week` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`area` text NOT NULL,
	`week` text NOT NULL,
	`supervised_shifts` integer NOT NULL,
	`shifts_needed` integer NOT NULL,
	`audit_date` text,
	`quality_note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_week_of` ON `placement_week` (`trust_id`,`area`,`week`);--> statement-breakpoint
CREATE TABLE `vacancy` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`batch_id` integer NOT NULL,
	`row` integer NOT NULL,
	`date` text NOT NULL,
	`vacancy_ref` text,
	`post` text,
	`band` text,
	`unit` text,
	`wte` integer NOT NULL,
	`reason` text,
	`approved` text,
	`advertised` text,
	`offered` text,
	`start_date` text,
	`stage` text,
	`source` text,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `vacancy_of_trust` ON `vacancy` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `vacancy_of_batch` ON `vacancy` (`batch_id`);--> statement-breakpoint
CREATE TABLE `vacancy_edit` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`vacancy_key` text NOT NULL,
	`field` text NOT NULL,
	`value` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `vacancy_edit_of` ON `vacancy_edit` (`trust_id`,`vacancy_key`,`field`);--> statement-breakpoint
CREATE TABLE `vacancy_post` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`vacancy_ref` text,
	`post` text,
	`unit` text,
	`staff_group` text,
	`band` text,
	`wte` integer NOT NULL,
	`since` text,
	`reason` text,
	`approved_by` text,
	`approved` text,
	`advertised` text,
	`shortlisted` text,
	`interviewed` text,
	`offered` text,
	`cleared` text,
	`expected_start` text,
	`start_date` text,
	`stage` text,
	`route` text,
	`cohort` text,
	`university` text,
	`candidate` text,
	`probability` integer,
	`supernumerary_weeks` integer,
	`notes` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `vacancy_post_of_trust` ON `vacancy_post` (`trust_id`);--> statement-breakpoint
CREATE TABLE `vacancy_stage` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`vacancy_key` text NOT NULL,
	`date` text NOT NULL,
	`stage` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `vacancy_stage_of` ON `vacancy_stage` (`trust_id`,`vacancy_key`,`date`);--> statement-breakpoint
CREATE TABLE `equality_check` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`line` text NOT NULL,
	`state` text,
	`evidence` text,
	`lead` text,
	`date` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `equality_check_of` ON `equality_check` (`trust_id`,`line`);--> statement-breakpoint
CREATE TABLE `equality_count` (
	`id` integer PRIMARY KEY NOT NULL,
	`snapshot_id` integer NOT NULL,
	`indicator` text NOT NULL,
	`ethnic_group` text NOT NULL,
	`counted` integer,
	`out_of` integer,
	FOREIGN KEY (`snapshot_id`) REFERENCES `equality_snapshot`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `equality_count_of` ON `equality_count` (`snapshot_id`,`indicator`,`ethnic_group`);--> statement-breakpoint
CREATE TABLE `equality_snapshot` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`date` text NOT NULL,
	`note` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `equality_snapshot_of` ON `equality_snapshot` (`trust_id`,`date`);