package example.jsonfile;

import java.util.Map;
import proctp.application.PracticeNum;
import proctp.application.port.Practices;

/** The practices, in the file. */
record JsonFilePractices(JsonFileOffice file) implements Practices {

    @Override
    public Map<PracticeNum, String> list() {
        return file.call(office -> office.practices().list());
    }

    @Override
    public PracticeNum add(String name) {
        return file.call(office -> office.practices().add(name));
    }

    @Override
    public boolean rename(PracticeNum num, String name) {
        return file.call(office -> office.practices().rename(num, name));
    }

    @Override
    public boolean erase(PracticeNum num) {
        return file.call(office -> office.practices().erase(num));
    }

    @Override
    public Map<String, Long> count(PracticeNum num) {
        return file.call(office -> office.practices().count(num));
    }
}
