package planted.bootstrap;

import planted.postgres.generated.Practice;

/** Looks past the office at its tables. */
record BootstrapSeesTables(Practice table) {
}
