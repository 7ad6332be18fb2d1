/**
 * What a persistence adapter must do to be one. Each class named {@code ...Contract} holds the clauses of one port, or of
 * one promise that spans ports, as tests that an adapter's own test subclasses. A test whose name begins with a number
 * such as {@code U3} proves the rule of that number in the wire contract, as far as it lies with the adapter.
 *
 * <p>An adapter's whole test is a list:
 *
 * <pre>{@code
 * class InMemoryOfficeTest {
 *
 *     static final OfficeUnderTest IN_MEMORY = InMemoryOffice::new;
 *
 *     @Nested
 *     class Lists extends ProcTPsListContract {
 *         @Override
 *         protected OfficeUnderTest underTest() {
 *             return IN_MEMORY;
 *         }
 *     }
 *
 *     // ... and so on, one for each contract
 * }
 * }</pre>
 */
package proctp.contract;
