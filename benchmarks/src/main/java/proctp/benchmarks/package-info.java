/**
 * Measures the packaged service over HTTP, and in the same run its PostgreSQL with the statements that the service sends: what counts is
 * the one beside the other.
 */
package proctp.benchmarks;
