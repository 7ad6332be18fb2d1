/**
 * What a persistence adapter must do to be one. Each class named {@code ...Contract} holds the clauses of one port, or of
 * one promise that spans ports, as tests. A test whose name begins with a number such as {@code U3} proves the rule of that
 * number in the wire contract, as far as it lies with the adapter.
 *
 * <p>An adapter's whole test is this, and {@link proctp.contract.EveryContract} brings all of them:
 *
 * <pre>{@code
 * class InMemoryOfficeTest extends EveryContract {
 *
 *     @Override
 *     protected OfficeUnderTest underTest() {
 *         return InMemoryOffice::new;
 *     }
 * }
 * }</pre>
 *
 * <p>{@code docs/writing-an-adapter.md} writes an adapter with it from an empty folder.
 */
package proctp.contract;
