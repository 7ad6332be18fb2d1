package example.jsonfile;

import proctp.application.Caller;
import proctp.application.PracticeSink;
import proctp.application.PracticeSource;
import proctp.application.port.Archive;

/** Whole practices, into the file and out of it. */
record JsonFileArchive(JsonFileOffice file) implements Archive {

    /** The sink has the records before this comes back, so they must be in the file before it begins. */
    @Override
    public boolean show(Caller caller, PracticeSink sink) {
        return file.look(office -> office.archive().show(caller, sink));
    }

    @Override
    public boolean fill(Caller caller, PracticeSource source) {
        return file.call(office -> office.archive().fill(caller, source));
    }
}
