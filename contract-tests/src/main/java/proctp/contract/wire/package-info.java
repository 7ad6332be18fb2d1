/**
 * What every server of this API must answer, rule by rule: tests that live in {@code src/main}, to be run by subclasses
 * against a server in memory and against the whole service on PostgreSQL. The numbers in the names of the tests are those
 * of the wire contract's rules.
 */
package proctp.contract.wire;
