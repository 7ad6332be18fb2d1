package proctp.contract.memory;

import proctp.application.memory.InMemoryOffice;
import proctp.contract.EveryContract;
import proctp.contract.OfficeUnderTest;

/** The reference adapter does all that an adapter must. Not in the kit's package, as no adapter's test is. */
class InMemoryOfficeTest extends EveryContract {

    @Override
    protected OfficeUnderTest underTest() {
        return InMemoryOffice::new;
    }
}
