/**
 * What the use cases need from the outside. The Javadoc of each method is its contract, and every clause of it is a test
 * in the module {@code contract-tests}, which an adapter passes to be done; {@code docs/writing-an-adapter.md} writes one.
 *
 * <p>The {@link proctp.application.Caller} is the first argument of every method that touches a practice's rows: there is
 * no ambient practice, so no query can forget it, and a number of another practice is simply not there.
 */
package proctp.application.port;
