/**
 * What a saved treatment plan and its rows are, and when they may change.
 *
 * <p>Plain values and rules, in the vendor's nouns. Nothing here knows JSON, HTTP, SQL, the environment, the clock or a
 * log. Where a comment says "the vendor", it means Open Dental's public documentation of its API and tables.
 */
package proctp.domain;
