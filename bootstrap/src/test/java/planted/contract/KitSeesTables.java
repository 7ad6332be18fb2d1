package planted.contract;

import planted.postgres.generated.Practice;

/** Looks into one of those whom it judges. */
record KitSeesTables(Practice table) {
}
