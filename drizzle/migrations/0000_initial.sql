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
CREATE TABLE `change` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer,
	`label` text NOT NULL,
	`at` text NOT NULL,
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
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_row_of_batch` ON `batch_row` (`batch_id`,`row`);--> statement-breakpoint
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
CREATE TABLE `return_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`return_id` integer NOT NULL,
	`reference` text NOT NULL,
	`status` text,
	`progress` text DEFAULT '' NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`lead` text DEFAULT '' NOT NULL,
	`due` text,
	`risk` text DEFAULT '' NOT NULL,
	`help_needed` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`return_id`) REFERENCES `theme2_return`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `return_line_of` ON `return_line` (`return_id`,`reference`);--> statement-breakpoint
CREATE TABLE `theme2_return` (
	`id` integer PRIMARY KEY NOT NULL,
	`trust_id` integer NOT NULL,
	`period` text NOT NULL,
	`made_at` text,
	`made` text,
	`carried_from` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `theme2_return_of` ON `theme2_return` (`trust_id`,`period`);--> statement-breakpoint
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
CREATE INDEX `duty_of_trust` ON `duty` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `duty_of_batch` ON `duty` (`batch_id`);--> statement-breakpoint
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
	`status` text,
	`hours` integer,
	`nhs_entry_date` text,
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignment_of_trust` ON `assignment` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `assignment_of_batch` ON `assignment` (`batch_id`);--> statement-breakpoint
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
	FOREIGN KEY (`trust_id`) REFERENCES `trust`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `training_of_trust` ON `training_record` (`trust_id`,`date`);--> statement-breakpoint
CREATE INDEX `training_of_batch` ON `training_record` (`batch_id`);--> statement-breakpoint
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
CREATE INDEX `vacancy_of_batch` ON `vacancy` (`batch_id`);